package org.entente.client.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made, and how long each waits for the server: none waits for ever. */
public final class Connections {
    /** How long one question may take. A server that is silent for longer counts as gone. */
    static final Duration ANSWER = Duration.ofSeconds(60);

    /** How long one statement may take that touches everything there is. */
    static final Duration LONG_WORK = Duration.ofMinutes(30);

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private Connections() {}

    /** Connections that are not pooled. A time for answers that stands in the URL counts for more than the one given. */
    static PGSimpleDataSource of(DatabaseSettings.Jdbc settings, Duration answer) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(Math.toIntExact(CONNECT.toSeconds()));
        source.setLoginTimeout(Math.toIntExact(CONNECT.toSeconds()));
        if (source.getSocketTimeout() == 0) {
            source.setSocketTimeout(Math.toIntExact(answer.toSeconds()));
        }
        source.setPrepareThreshold(3);
        // A receipt promises that the statement is on disk, whatever the server's own default is. And a plan that was
        // kept from when the tables were small would read them whole once they are large.
        source.setOptions("-c synchronous_commit=on -c plan_cache_mode=force_custom_plan");
        // Otherwise the driver's exceptions quote the row that broke a constraint.
        source.setLogServerErrorDetail(false);
        return source;
    }

    static HikariDataSource pool(DatabaseSettings.Jdbc settings) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(of(settings, ANSWER));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT.toMillis());
        // The pool would log the stack trace of each failure at start and of each connection that a dead server takes
        // along; here the first is thrown to the caller, the others are told by whoever asked, in a line.
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new Unlogged());
        config.setPoolName("entente");
        return new HikariDataSource(config);
    }

    /** Leaves it to {@link Database} to take a dead connection out of the pool. */
    private static final class Unlogged implements SQLExceptionOverride {
        // By its full name: the pool has an Override of its own.
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return Override.DO_NOT_EVICT;
        }
    }

    /**
     * Lets one piece of work that touches everything take its time.
     *
     * @param connection a connection of its own, outside of the pool
     * @param work the work
     * @throws SQLException if the database fails
     */
    public static void patiently(Connection connection, Work work) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONG_WORK.toMillis()));
        work.run();
        // Not after a failure: the connection is then given up, or closed already.
        connection.setNetworkTimeout(Runnable::run, usual);
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it.
         *
         * @throws SQLException if the database fails
         */
        void run() throws SQLException;
    }
}
