package org.entente.client.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

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
    private final Runnable onClose;

    private Database(DataSource pooled, DataSource single, Runnable onClose) {
        this.pooled = pooled;
        this.single = single;
        this.onClose = onClose;
    }

    /**
     * Opens what the settings name and brings its schema up to date.
     *
     * @param settings where
     * @return the database
     */
    public static Database open(DatabaseSettings settings) {
        Database database = switch (settings) {
            case DatabaseSettings.Given(DataSource source, DataSource dedicated) ->
                new Database(source, dedicated, () -> {});
            case DatabaseSettings.Jdbc jdbc -> pool(jdbc);
        };
        Flyway.configure().dataSource(database.pooled).load().migrate();
        return database;
    }

    /**
     * Unpooled connections as the SDK wants them, also for an application that pools them for both.
     *
     * @param settings where
     * @return connections that commit to disk and tell nothing of rows in their errors
     */
    public static DataSource unpooled(DatabaseSettings.Jdbc settings) {
        PGSimpleDataSource single = new PGSimpleDataSource();
        single.setUrl(settings.url());
        single.setUser(settings.user());
        single.setPassword(settings.password());
        single.setTcpKeepAlive(true);
        single.setPrepareThreshold(3);
        // A receipt promises that the statement is on disk, whatever the server's own default is. And a plan that was
        // kept from when the tables were small would read them whole once they are large.
        single.setOptions("-c synchronous_commit=on -c plan_cache_mode=force_custom_plan");
        // Otherwise the driver's exceptions quote the row that broke a constraint.
        single.setLogServerErrorDetail(false);
        return single;
    }

    private static Database pool(DatabaseSettings.Jdbc settings) {
        DataSource single = unpooled(settings);
        HikariConfig config = new HikariConfig();
        config.setDataSource(single);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setPoolName("entente");
        HikariDataSource pooled = new HikariDataSource(config);
        return new Database(pooled, single, pooled::close);
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
            return transaction(connection, work);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
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
