package org.entente.client.show;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.client.member.Resumption;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;

/** Compares a stream's head on the ledger with the end that the own fold gives it. */
final class StreamEnd {
    // A head that was deleted stands there with 64 zeros for a hash.
    private static final String HEAD_ON_LEDGER =
            "select value_hash from evidence where collection = ? and kind = 'H' and key_hash = ? order by id desc limit 1";
    private static final String LAST_BATCH = "select v.value from evidence_value v where v.evidence_id = ("
            + "select max(id) from (select s.evidence_id as id from statement s join stream_state h"
            + " using (author, audience, sequence) where author = ? and audience = ?"
            + " union all select q.evidence_id from quarantine q join evidence e on e.id = q.evidence_id"
            + " where q.head_moved and e.collection = ?) as moved)";
    private static final String HELD_UP = "select ''::bytea from missing where collection in (?, ?) limit 1";

    private final Connection connection;
    private final StreamId stream;

    StreamEnd(Connection connection, StreamId stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /** Nothing while bytes are missing: what the fold will make of them is not known yet. */
    Optional<Resumption> resumption() throws SQLException {
        Optional<byte[]> found = one(
                HEAD_ON_LEDGER,
                stream.collection(),
                Digest.of(StoredHead.KEY.getBytes(StandardCharsets.UTF_8)).raw());
        boolean heldUp = one(HELD_UP, stream.collection(), stream.reversed().collection())
                .isPresent();
        if (found.isEmpty() || heldUp) {
            return Optional.empty();
        }
        byte[] batch = one(
                        LAST_BATCH, stream.author().value(), stream.audience().value(), stream.collection())
                .orElse(new byte[0]);
        Digest standing = Digest.ofRaw(found.get());
        return standing.equals(headAfter(batch))
                ? Optional.empty()
                : Optional.of(new Resumption(stream, standing, batch));
    }

    private static Digest headAfter(byte[] bytes) {
        return switch (Batch.parse(bytes)) {
            case Checked.Accepted<Batch>(var batch, var remarks) ->
                Digest.of(StoredHead.after(batch).bytes());
            case Checked.Rejected<Batch>(var findings) -> Digest.NONE;
        };
    }

    private Optional<byte[]> one(String query, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }
}
