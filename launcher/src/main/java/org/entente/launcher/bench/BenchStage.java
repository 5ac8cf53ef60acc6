package org.entente.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StreamHead;

/** A consortium in a temporary folder, with one node a member that knows the sample rules, and somebody watching each. */
final class BenchStage implements AutoCloseable {
    private static final String HEAD = "select sequence, digest from stream_state where author = ? and audience = ?";

    private final Path folder;
    private final BenchGround ground;
    private final RunClock clock = new RunClock();
    private final SampleStatements statements = new SampleStatements();
    private final Map<MemberId, MemberNode> nodes = new LinkedHashMap<>();
    private final Map<MemberId, FoldWatch> watches = new LinkedHashMap<>();

    private BenchStage(Path folder, BenchGround ground) {
        this.folder = folder;
        this.ground = ground;
        startNodes(DispatchSettings.STANDARD);
        ground.members()
                .forEach(member -> watches.put(
                        member, new FoldWatch(member, ground.settings(member).database(), clock)));
    }

    static BenchStage start() {
        try {
            Path folder = Files.createTempDirectory("entente-bench");
            return new BenchStage(folder, new EmbeddedGround(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On another ground than the embedded one; the ground's files stand in the folder, and go with it. */
    static BenchStage on(Path folder, BenchGround ground) {
        return new BenchStage(folder, ground);
    }

    /** Every stream between two of this ground's members. */
    List<StreamId> streams() {
        return streams(ground.members());
    }

    /** Every stream between two members: twelve for four members. */
    static List<StreamId> allStreams() {
        return streams(Consortium.MEMBERS);
    }

    private static List<StreamId> streams(List<MemberId> members) {
        List<StreamId> all = new ArrayList<>();
        for (MemberId author : members) {
            for (MemberId audience : members) {
                if (!author.equals(audience)) {
                    all.add(new StreamId(author, audience));
                }
            }
        }
        return all;
    }

    /** The stream of the rows with one. */
    static StreamId oneStream() {
        return allStreams().getFirst();
    }

    void startNodes(DispatchSettings settings) {
        nodes.values().forEach(MemberNode::close);
        nodes.clear();
        for (MemberId member : ground.members()) {
            nodes.put(member, MemberNode.start(config(member).withDispatch(settings)));
        }
    }

    MemberNodeConfig config(MemberId member) {
        return ground.settings(member).config().withRules(SampleRules.BOOK);
    }

    MemberNode node(MemberId member) {
        return Objects.requireNonNull(nodes.get(member), () -> "no member " + member);
    }

    FoldWatch watch(MemberId member) {
        return Objects.requireNonNull(watches.get(member), () -> "no member " + member);
    }

    MemberDatabase database(MemberId member) {
        return ground.settings(member).database();
    }

    SampleStatements statements() {
        return statements;
    }

    RunClock clock() {
        return clock;
    }

    /** Where the author's own fold stands in a stream. */
    StreamHead head(StreamId stream) {
        MemberDatabase database = database(stream.author());
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setString(1, stream.author().value());
            select.setString(2, stream.audience().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new StreamHead(row.getLong(1), Digest.ofRaw(row.getBytes(2))) : StreamHead.START;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the head of " + stream + " cannot be read", e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The number of the next block, as the first member's node has followed the ledger. */
    long height() {
        return node(ground.members().getFirst()).shown().followed().nextBlock();
    }

    @Override
    public void close() {
        watches.values().forEach(FoldWatch::close);
        nodes.values().forEach(MemberNode::close);
        ground.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not deleted: " + folder, e);
        }
    }
}
