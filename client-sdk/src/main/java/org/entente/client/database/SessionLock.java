package org.entente.client.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.entente.model.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL advisory lock that lives exactly as long as one connection. Whoever holds it does its writing on that
 * connection: an instance that lost the lock has lost the connection too, and so can no longer write by mistake. The
 * connection is also kept while another session has the lock, since opening one costs more than asking. Not thread-safe.
 */
public final class SessionLock implements AutoCloseable {
    private final Database database;
    private final long key;
    private @Nullable Connection connection;
    private boolean held;

    /**
     * A lock that is not held yet.
     *
     * @param database the member's database
     * @param name what is locked
     */
    public SessionLock(Database database, String name) {
        this.database = database;
        this.key = ByteBuffer.wrap(
                        Digest.of(name.getBytes(StandardCharsets.UTF_8)).raw())
                .getLong();
    }

    /**
     * Takes the lock if nobody else has it.
     *
     * @return whether it is held now
     * @throws SQLException if the database fails; give it up then
     */
    public boolean take() throws SQLException {
        if (!held) {
            try (PreparedStatement select = connection().prepareStatement("select pg_try_advisory_lock(?)")) {
                select.setLong(1, key);
                try (ResultSet row = select.executeQuery()) {
                    held = row.next() && row.getBoolean(1);
                }
            }
        }
        return held;
    }

    /**
     * Whether it was taken and not given up.
     *
     * @return true for the holder
     */
    public boolean isHeld() {
        return held;
    }

    /**
     * The connection whose life is the lock's.
     *
     * @return a connection for the holder alone; not to be closed
     * @throws SQLException if there is none to be had
     */
    public Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.dedicated();
            open.setAutoCommit(true);
            connection = open;
        }
        return open;
    }

    /** Gives the lock up, and its connection; it can be taken again. */
    public void giveUp() {
        Connection open = connection;
        connection = null;
        held = false;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                // Already gone, and the lock with it.
                return;
            }
        }
    }

    @Override
    public void close() {
        giveUp();
    }
}
