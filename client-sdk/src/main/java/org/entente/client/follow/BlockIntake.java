package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.client.ledger.BlockHash;
import org.entente.client.ledger.DecodedBlock;
import org.entente.client.ledger.Incident;
import org.entente.client.ledger.LedgerCode;
import org.entente.client.ledger.PrivateWrite;
import org.entente.client.ledger.PublicWrite;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;

/**
 * Takes blocks in: evidence, registry, fold, checkpoint, all in the caller's transaction. What it knows in memory fits the
 * database only as long as every transaction commits: after a failure it is thrown away and loaded anew.
 */
final class BlockIntake {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);
    private static final Duration RECENT = Duration.ofSeconds(5);
    private static final String HELD_UP = "select distinct collection from missing";
    private static final String LAST_BLOCK =
            "select number, previous_hash, data_hash from block order by number desc limit 1";

    private final PairFolding folding;
    private final MemberRegistry registry;
    private final Set<Pair> heldUp = new HashSet<>();
    private long lastEvidence;
    private byte[] lastHeader = new byte[0];

    BlockIntake(Connection connection, PairFolding folding, MemberRegistry registry) throws SQLException {
        this.folding = folding;
        this.registry = registry;
        this.lastEvidence = EvidenceTable.lastId(connection);
        try (PreparedStatement select = connection.prepareStatement(HELD_UP);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                heldUp.add(StreamId.ofCollection(row.getString(1)).pair());
            }
        }
        try (PreparedStatement select = connection.prepareStatement(LAST_BLOCK);
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                lastHeader = BlockHash.ofHeader(row.getLong(1), row.getBytes(2), row.getBytes(3))
                        .raw();
            }
        }
    }

    void take(Connection connection, List<FedBlock> blocks, Instant now) throws SQLException {
        EvidenceTable evidence = new EvidenceTable(connection, now);
        List<Incident> incidents = new ArrayList<>();
        List<StoredWrite> writes = new ArrayList<>();
        List<FoldInput> inputs = new ArrayList<>();
        for (FedBlock fed : blocks) {
            incidents.addAll(fed.block().incidents());
            checkChain(fed.block(), incidents);
            record(fed.block().publicWrites(), evidence, incidents);
            for (ParsedWrite write : fed.writes()) {
                addWrite(write, isOff(fed, write.write(), now, incidents), writes, inputs);
            }
        }
        evidence.addBlocks(blocks.stream().map(FedBlock::block).toList());
        evidence.addWrites(writes);
        evidence.addIncidents(incidents);
        folding.fold(connection, inputs, registry);
        DecodedBlock last = blocks.getLast().block();
        boolean recent =
                last.latest().filter(time -> time.isAfter(now.minus(RECENT))).isPresent();
        NodeRow.putCheckpoint(connection, last.number() + 1, recent);
    }

    private void addWrite(ParsedWrite parsed, boolean offClock, List<StoredWrite> writes, List<FoldInput> inputs) {
        PrivateWrite write = parsed.write();
        long id = ++lastEvidence;
        writes.add(new StoredWrite(id, write, offClock));
        Pair pair = write.stream().pair();
        if (write.isHead()) {
            return;
        }
        if (write.value().isEmpty() || parsed.parsed().isEmpty()) {
            heldUp.add(pair);
        } else if (!heldUp.contains(pair)) {
            inputs.add(new FoldInput(
                    id,
                    write.stream(),
                    write.toLedgerWrite(write.value().get()),
                    parsed.parsed().get()));
        }
    }

    private void record(List<PublicWrite> writes, EvidenceTable evidence, List<Incident> incidents)
            throws SQLException {
        for (PublicWrite write : writes) {
            boolean accepted = registry.record(write.at(), write.key(), write.value());
            evidence.addPublic(write, accepted);
            if (!accepted) {
                incidents.add(new Incident(
                        write.at(), LedgerCode.LEDGER_RECORD_UNREADABLE, write.key(), write.transactionId()));
            }
        }
    }

    private static boolean isOff(FedBlock fed, PrivateWrite write, Instant now, List<Incident> incidents) {
        Instant said = write.transaction().timestamp();
        // Only a live follower's clock says anything of a timestamp in the past; the future is always wrong.
        boolean early = fed.live() && said.isBefore(now.minus(CLOCK_TOLERANCE));
        boolean off = early || said.isAfter(now.plus(CLOCK_TOLERANCE));
        if (off && !write.isHead()) {
            incidents.add(new Incident(
                    write.transaction().at(),
                    LedgerCode.LEDGER_TIME_OFF,
                    said.toString(),
                    write.transaction().transactionId()));
        }
        return off;
    }

    private void checkChain(DecodedBlock block, List<Incident> incidents) {
        boolean follows = block.number() == 0 || java.util.Arrays.equals(block.previousHash(), lastHeader);
        if (!follows) {
            incidents.add(new Incident(
                    new Position(block.number(), 0, 0), LedgerCode.LEDGER_CHAIN_BROKEN, "previous hash differs", ""));
        }
        lastHeader = block.headerHash();
    }

    /** Goes on with pairs whose missing bytes may have come. */
    boolean goOn(Connection connection) throws SQLException {
        Rebuild rebuild = new Rebuild(connection, folding, registry);
        boolean moved = false;
        for (Pair pair : List.copyOf(heldUp)) {
            if (rebuild.goOn(pair)) {
                heldUp.remove(pair);
                moved = true;
            }
        }
        return moved;
    }

    boolean isHeldUp() {
        return !heldUp.isEmpty();
    }

    /** Folds everything again. */
    void rebuild(Connection connection) throws SQLException {
        heldUp.clear();
        heldUp.addAll(new Rebuild(connection, folding, registry).all());
    }
}
