package org.entente.client.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.jdbc.PgConnection;

/** One member's PostgreSQL database. Safe for use by many threads. */
public final class Database implements AutoCloseable {
    /**
     * Work on a connection.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does it.
         *
         * @param connection open, with auto-commit off
         * @return the result
         * @throws SQLException if the database fails; everything is then rolled back
         */
        T on(Connection connection) throws SQLException;
    }

    private final DataSource pooled;
    private final DataSource single;
    private final Consumer<Connection> evict;
    private final Runnable onClose;

    private Database(DataSource pooled, DataSource single, Consumer<Connection> evict, Runnable onClose) {
        this.pooled = pooled;
        this.single = single;
        this.evict = evict;
        this.onClose = onClose;
    }

    /**
     * Opens what the settings name and brings its schema up to date.
     *
     * @param settings where
     * @return the database
     * @throws DatabaseFailure if it does not answer or does not let this role in; nothing is left open
     */
    public static Database open(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Given(DataSource source, DataSource dedicated) -> {
                migrate(dedicated);
                yield new Database(source, dedicated, connection -> {}, () -> {});
            }
            case DatabaseSettings.Jdbc jdbc -> {
                // A change of the schema of a large database takes longer than any single question.
                migrate(Connections.of(jdbc, Connections.LONG_WORK));
                HikariDataSource pool = Connections.pool(jdbc);
                yield new Database(pool, unpooled(jdbc), pool::evictConnection, pool::close);
            }
        };
    }

    /**
     * Unpooled connections as the SDK wants them, also for an application that pools them for both.
     *
     * @param settings where
     * @return connections that commit to disk, tell nothing of rows in their errors, and wait for no answer for ever
     */
    public static DataSource unpooled(DatabaseSettings.Jdbc settings) {
        return Connections.of(settings, Connections.ANSWER);
    }

    private static void migrate(DataSource source) {
        try {
            source.getConnection().close();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        Flyway.configure().dataSource(source).load().migrate();
    }

    /**
     * Runs work in one transaction.
     *
     * @param work the work
     * @param <T> its result
     * @return its result, once committed
     * @throws DatabaseFailure if the database fails; then nothing happened, or, if only the answer to the commit was
     *     lost, everything
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = pooled.getConnection()) {
            try {
                return transaction(connection, work);
            } catch (SQLException | RuntimeException | Error e) {
                if (isGone(connection)) {
                    evict.accept(connection);
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The driver closes a connection on which it heard nothing for too long, or nothing that it understands. */
    private static boolean isGone(Connection connection) throws SQLException {
        return connection.isWrapperFor(PgConnection.class)
                && connection.unwrap(PgConnection.class).isClosed();
    }

    /**
     * Runs work in one transaction on a given connection.
     *
     * @param connection an open connection
     * @param work the work
     * @param <T> its result
     * @return its result, once committed
     * @throws SQLException if the database fails
     */
    public static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * A connection of its own, outside the pool where there is one: session locks live and die with it.
     *
     * @return an open connection that the caller closes
     * @throws SQLException if there is none to be had
     */
    public Connection dedicated() throws SQLException {
        return single.getConnection();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
