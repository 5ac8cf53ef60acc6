package org.entente.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.model.member.MemberId;

/** What the authors' databases know of statements that were said: number, batch, and when the batch was committed. */
final class DispatchLog {
    private static final String PLACES = "select o.statement_id, p.sequence, p.batch_id, b.resolved_at from outbox o"
            + " join outbox_place p on p.outbox_id = o.id join dispatch_batch b on b.id = p.batch_id"
            + " where b.state = 'C' and o.statement_id = any(?)";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private DispatchLog() {}

    /**
     * Where a statement went.
     *
     * @param sequence its number in the stream
     * @param batch author and the batch's id there
     * @param committedAt nanoseconds of the run
     */
    record Place(long sequence, String batch, long committedAt) {}

    /** A fold may pass a batch before its dispatcher has noted that it stands: that is waited for. */
    static Map<Spoken, Place> of(BenchStage stage, List<Spoken> spoken) {
        Map<Spoken, Place> places = new HashMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            spoken.stream()
                    .filter(each -> !places.containsKey(each))
                    .collect(Collectors.groupingBy(each -> each.stream().author()))
                    .forEach((author, his) -> read(stage, author, his, places));
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } while (places.size() < spoken.size() && System.nanoTime() < end);
        if (places.size() != spoken.size()) {
            throw new IllegalStateException(
                    spoken.size() - places.size() + " of " + spoken.size() + " statements are not on the ledger");
        }
        return places;
    }

    private static void read(BenchStage stage, MemberId author, List<Spoken> his, Map<Spoken, Place> places) {
        Map<String, Spoken> byId =
                his.stream().collect(Collectors.toMap(each -> each.id().hex(), each -> each));
        byte[][] ids = byId.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
        MemberDatabase database = stage.database(author);
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(PLACES)) {
            select.setArray(1, connection.createArrayOf("bytea", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Spoken each = byId.get(HexFormat.of().formatHex(row.getBytes(1)));
                    if (each != null) {
                        places.put(
                                each,
                                new Place(
                                        row.getLong(2),
                                        author + " " + row.getLong(3),
                                        stage.clock().at(row.getTimestamp(4).toInstant())));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the dispatch log of " + author + " cannot be read", e);
        }
    }
}
