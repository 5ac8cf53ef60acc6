package org.entente.client.redelivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;

/** The list of missing values, as far as one partner can be asked for them. */
final class MissingTable {
    // Counted as asked first, and only for one asker: instances share the list.
    private static final String CLAIM = "update missing m set partner_asked = m.partner_asked + 1,"
            + " partner_next_ask = now() + least(interval '10 minutes', interval '2 seconds'"
            + " * power(2, least(m.partner_asked, 12))) * (0.5 + random() / 2) from evidence e"
            + " where e.id = m.evidence_id and m.evidence_id = (select d.evidence_id from missing d"
            + " where d.collection in (?, ?) and d.partner_next_ask <= now() and d.since <= ?"
            + " order by d.evidence_id limit 1 for update skip locked) returning m.evidence_id, e.value_hash";
    private static final String NOTE =
            "update missing set partner_code = ?, partner_answered_at = ? where evidence_id = ?";
    private static final String NOT_ITS_FAULT = "update missing set partner_next_ask = now() where evidence_id = ?";

    private final StreamId between;

    MissingTable(StreamId between) {
        this.between = between;
    }

    /**
     * A value whose turn it is.
     *
     * @param evidenceId its row
     * @param valueHash of the bytes that are missing
     */
    record Due(long evidenceId, Digest valueHash) {}

    Optional<Due> claim(Connection connection, Instant missingSince) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setString(1, between.collection());
            update.setString(2, between.reversed().collection());
            update.setTimestamp(3, Timestamp.from(missingSince));
            try (ResultSet row = update.executeQuery()) {
                return row.next()
                        ? Optional.of(new Due(row.getLong(1), Digest.ofRaw(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    static int note(Connection connection, Due due, RedeliveryCode code, Instant now, boolean ofValue)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(NOTE);
                PreparedStatement again = connection.prepareStatement(NOT_ITS_FAULT)) {
            if (!ofValue) {
                again.setLong(1, due.evidenceId());
                again.executeUpdate();
            }
            note.setString(1, code.name());
            note.setTimestamp(2, Timestamp.from(now));
            note.setLong(3, due.evidenceId());
            return note.executeUpdate();
        }
    }
}
