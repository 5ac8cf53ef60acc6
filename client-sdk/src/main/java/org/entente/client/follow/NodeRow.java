package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.client.ledger.ChannelNames;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;

/** The one row that says whose database this is and how far the ledger was followed. */
public final class NodeRow {
    private static final String CLAIM =
            "insert into node (member, channel, chaincode) values (?, ?, ?)" + " on conflict (only_row) do nothing";
    private static final String OWNER = "select member, channel, chaincode from node";
    private static final String STATE =
            "select next_block, rules_fingerprint, rebuilds_asked, rebuilds_done, caught_up from node";

    private NodeRow() {}

    /**
     * Makes a new database this member's, or checks that it is.
     *
     * @param connection in a transaction
     * @param self the member
     * @param names channel and chaincode
     * @return false if the database belongs to another member or network
     * @throws SQLException if the database fails
     */
    public static boolean claim(Connection connection, MemberId self, ChannelNames names) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            insert.setString(1, self.value());
            insert.setString(2, names.channel());
            insert.setString(3, names.chaincode());
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(OWNER);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    && row.getString(1).equals(self.value())
                    && row.getString(2).equals(names.channel())
                    && row.getString(3).equals(names.chaincode());
        }
    }

    /**
     * How far the ledger was followed.
     *
     * @param nextBlock the first block not yet taken in
     * @param fingerprint of the rules that made the folded state
     * @param rebuildsAsked how often a rebuild was asked for
     * @param rebuildsDone up to which request it was done
     * @param caughtUp whether the end of the ledger was ever reached
     */
    public record State(
            long nextBlock, Optional<Digest> fingerprint, long rebuildsAsked, long rebuildsDone, boolean caughtUp) {}

    /**
     * Reads the state.
     *
     * @param connection an open connection
     * @return the state
     * @throws SQLException if the database fails
     */
    public static State state(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new State(
                    row.getLong(1),
                    Optional.ofNullable(row.getBytes(2)).map(Digest::ofRaw),
                    row.getLong(3),
                    row.getLong(4),
                    row.getBoolean(5));
        }
    }

    static void putCheckpoint(Connection connection, long nextBlock, boolean caughtUp) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update node set next_block = ?, caught_up = caught_up or ?")) {
            update.setLong(1, nextBlock);
            update.setBoolean(2, caughtUp);
            update.executeUpdate();
        }
    }

    static void putRebuilt(Connection connection, Digest fingerprint, long done) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update node set rules_fingerprint = ?, rebuilds_done = ?")) {
            update.setBytes(1, fingerprint.raw());
            update.setLong(2, done);
            update.executeUpdate();
        }
    }

    static long askRebuild(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "update node set rebuilds_asked = rebuilds_asked + 1 returning rebuilds_asked");
                ResultSet row = update.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
