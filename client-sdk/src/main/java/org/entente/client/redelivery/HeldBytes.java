package org.entente.client.redelivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;

/**
 * What this member holds of what it and a partner said to each other, and only what it has itself seen on the ledger. Its
 * own batches are there even if its peer lost them: the dispatcher keeps a batch until the evidence has it.
 */
final class HeldBytes {
    private static final String FIND = "select coalesce(v.value, b.bytes) from evidence e"
            + " left join evidence_value v on v.evidence_id = e.id"
            + " left join dispatch_batch b on b.key_hash = e.key_hash and b.bytes is not null"
            + " and b.audience = ? and e.collection = ?"
            + " where e.value_hash = ? and e.kind = 'B' and e.collection in (?, ?)"
            + " and coalesce(v.value, b.bytes) is not null limit 1";

    private HeldBytes() {}

    static Optional<byte[]> find(Connection connection, StreamId between, Digest hash) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            // A batch that was kept for another audience is never that of this pair, whatever hashes a partner wrote.
            select.setString(1, between.audience().value());
            select.setString(2, between.collection());
            select.setBytes(3, hash.raw());
            select.setString(4, between.collection());
            select.setString(5, between.reversed().collection());
            try (ResultSet row = select.executeQuery()) {
                // What the dispatcher kept was not necessarily what its peer wrote.
                return row.next()
                        ? Optional.of(row.getBytes(1))
                                .filter(bytes -> Digest.of(bytes).equals(hash))
                        : Optional.empty();
            }
        }
    }
}
