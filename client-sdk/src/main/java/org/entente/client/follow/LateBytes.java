package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.client.database.SqlArrays;
import org.entente.model.ledger.Digest;

/**
 * Takes in bytes that were missing, from whoever has them: they count exactly if they have the hash that stands on the
 * ledger (architecture rule 8).
 */
public final class LateBytes {
    private static final String STORE = "with arrived as (delete from missing m using evidence e"
            + " where e.id = m.evidence_id and e.value_hash = ? and e.collection = any(?) returning m.evidence_id)"
            + " insert into evidence_value (evidence_id, value, received_at) select evidence_id, ?, ? from arrived";

    private LateBytes() {}

    /**
     * Stores bytes wherever in some collections their hash is on the list of the missing. Only there: every member sees
     * all hashes, and a hostile one may have its peer write another pair's hash into its own collection, to be given then
     * what it never had.
     *
     * @param connection in a transaction; whoever commits it raises {@link Follower#BYTES}
     * @param collections from which, or for which, the bytes came
     * @param bytes any bytes
     * @param now when they came
     * @return whether anything had been waiting for them
     * @throws SQLException if the database fails
     */
    public static boolean store(Connection connection, Set<String> collections, byte[] bytes, Instant now)
            throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setBytes(1, Digest.of(bytes).raw());
            store.setArray(2, SqlArrays.texts(connection, List.copyOf(collections)));
            store.setBytes(3, bytes);
            store.setTimestamp(4, Timestamp.from(now));
            return store.executeUpdate() > 0;
        }
    }
}
