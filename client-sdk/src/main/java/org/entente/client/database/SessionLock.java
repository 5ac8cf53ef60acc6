package org.entente.client.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.model.ledger.Digest;

/**
 * A PostgreSQL advisory lock that lives exactly as long as one connection. Whoever holds it does its writing on
 * {@link #connection()}: an instance that lost the lock has lost that connection, and so can no longer write by mistake.
 */
public final class SessionLock implements AutoCloseable {
    private final Connection connection;

    private SessionLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes a lock if nobody holds it.
     *
     * @param database the member's database
     * @param name what is locked
     * @return the lock, or empty if another session holds it
     * @throws SQLException if the database fails
     */
    public static Optional<SessionLock> take(Database database, String name) throws SQLException {
        Connection connection = database.dedicated();
        try {
            if (lock(connection, name)) {
                return Optional.of(new SessionLock(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean lock(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(true);
        long key = ByteBuffer.wrap(
                        Digest.of(name.getBytes(StandardCharsets.UTF_8)).raw())
                .getLong();
        try (PreparedStatement select = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * The connection whose life is the lock's.
     *
     * @return a connection for the holder alone; not to be closed
     */
    public Connection connection() {
        return connection;
    }

    /** Gives the lock back by closing its connection. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // already gone, and the lock with it
            return;
        }
    }
}
