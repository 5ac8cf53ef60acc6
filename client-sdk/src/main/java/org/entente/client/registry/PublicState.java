package org.entente.client.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberRegistry;

/** The registry as the database has it, read further whenever it is asked for. Not thread-safe: one for each thread. */
public final class PublicState {
    private static final String NEW_RECORDS = "select block, tx_index, ordinal, key, value from public_record"
            + " where accepted and (block, tx_index, ordinal) > (?, ?, ?) order by block, tx_index, ordinal";

    private final MemberRegistry registry = new MemberRegistry();
    private long block = -1;
    private int transaction = -1;
    private int ordinal = -1;

    /** Nothing read yet. */
    public PublicState() {}

    /**
     * Reads what is new.
     *
     * @param connection an open connection
     * @return the registry with everything that is stored
     * @throws SQLException if the database fails
     */
    public MemberRegistry refresh(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEW_RECORDS)) {
            select.setLong(1, block);
            select.setInt(2, transaction);
            select.setInt(3, ordinal);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    block = row.getLong(1);
                    transaction = row.getInt(2);
                    ordinal = row.getInt(3);
                    registry.record(new Position(block, transaction, 0), row.getString(4), row.getBytes(5));
                }
            }
        }
        return registry;
    }
}
