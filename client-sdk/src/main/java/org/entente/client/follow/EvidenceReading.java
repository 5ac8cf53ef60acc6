package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.client.database.SqlArrays;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.ledger.Position;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;

/** Reads batches back from the evidence, in ledger order, for a fold that was held up or starts anew. */
final class EvidenceReading {
    private static final String NEXT = "select e.id, octet_length(v.value) from evidence e"
            + " left join evidence_value v on v.evidence_id = e.id"
            + " where e.kind = 'B' and e.collection = any(?) and e.id > ? order by e.id limit ?";
    private static final String WRITES = "select e.id, e.block, e.tx_index, t.tx_id, t.tx_seconds, t.tx_nanos,"
            + " t.chaincode, t.creator, t.endorsers, e.collection, e.key_hash, e.value_hash, e.writes_in_collection,"
            + " v.value from evidence e join ledger_transaction t using (block, tx_index)"
            + " join evidence_value v on v.evidence_id = e.id where e.id = any(?) order by e.id";
    private static final String PAIRS = "select distinct collection from evidence where kind = 'B'";
    private static final String PROGRESS =
            "select evidence_id from pair_progress where first_member = ? and second_member = ?";
    private static final int MOST_WRITES = 500;
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final Connection connection;

    EvidenceReading(Connection connection) {
        this.connection = connection;
    }

    /**
     * A run of batches.
     *
     * @param inputs in ledger order
     * @param end what comes after them
     */
    record Run(List<FoldInput> inputs, End end) {}

    /** Why a run ends. */
    enum End {
        /** There may be more. */
        FULL,
        /** There is no more evidence. */
        DONE,
        /** The bytes of the next batch are missing. */
        MISSING
    }

    Set<Pair> pairs() throws SQLException {
        Set<Pair> pairs = new TreeSet<>(java.util.Comparator.comparing(Pair::toString));
        try (PreparedStatement select = connection.prepareStatement(PAIRS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                pairs.add(StreamId.ofCollection(row.getString(1)).pair());
            }
        }
        return pairs;
    }

    long progress(Pair pair) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setString(1, pair.first().value());
            select.setString(2, pair.second().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The next batches of a pair, up to one whose bytes are missing. */
    Run after(Pair pair, long evidenceId) throws SQLException {
        List<Long> ids = new ArrayList<>();
        End end = End.DONE;
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            StreamId stream = new StreamId(pair.first(), pair.second());
            select.setArray(
                    1,
                    SqlArrays.texts(
                            connection,
                            List.of(stream.collection(), stream.reversed().collection())));
            select.setLong(2, evidenceId);
            select.setInt(3, MOST_WRITES);
            try (ResultSet row = select.executeQuery()) {
                long bytes = 0;
                while (end == End.DONE && row.next()) {
                    long length = row.getLong(2);
                    if (row.wasNull()) {
                        end = End.MISSING;
                    } else {
                        ids.add(row.getLong(1));
                        bytes += length;
                        end = bytes > MOST_BYTES || ids.size() == MOST_WRITES ? End.FULL : End.DONE;
                    }
                }
            }
        }
        return new Run(read(ids), end);
    }

    private List<FoldInput> read(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<FoldInput> inputs = new ArrayList<>(ids.size());
        try (PreparedStatement select = connection.prepareStatement(WRITES)) {
            select.setArray(1, SqlArrays.longs(connection, List.copyOf(ids)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    inputs.add(input(row));
                }
            }
        }
        return inputs;
    }

    private static FoldInput input(ResultSet row) throws SQLException {
        byte[] value = Optional.ofNullable(row.getBytes(14)).orElseThrow();
        LedgerWrite write = new LedgerWrite(
                new Position(row.getLong(2), row.getInt(3), 0),
                row.getString(4),
                Instant.ofEpochSecond(row.getLong(5), row.getInt(6)),
                row.getString(7),
                row.getString(8),
                Set.copyOf(Arrays.asList((String[]) row.getArray(9).getArray())),
                row.getString(10),
                Digest.ofRaw(row.getBytes(11)),
                Digest.ofRaw(row.getBytes(12)),
                row.getInt(13),
                value);
        return new FoldInput(
                row.getLong(1), StreamId.ofCollection(write.collection()), write, ParsedWrite.parse(value));
    }
}
