package org.entente.client.database;

import javax.sql.DataSource;

/** Which PostgreSQL database is this member's own. No two members share one. */
public sealed interface DatabaseSettings {
    /**
     * A database by address; connections are pooled here.
     *
     * @param url a PostgreSQL JDBC URL
     * @param user role
     * @param password its password
     * @param poolSize most pooled connections; locks and signals take a few more of their own
     */
    record Jdbc(String url, String user, String password, int poolSize) implements DatabaseSettings {
        /** Refuses an empty pool with {@link IllegalArgumentException}. */
        public Jdbc {
            if (poolSize < 1) {
                throw new IllegalArgumentException("a pool has at least one connection");
            }
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * A data source of the application's own, so that both share one pool.
     *
     * @param source PostgreSQL connections, pooled or not
     * @param dedicated connections that are kept for locks and signals, one a stream and a few more; outside the pool
     */
    record Given(DataSource source, DataSource dedicated) implements DatabaseSettings {
        /**
         * One source for everything. Where it pools, it must have room for what is kept beside the usual connections.
         *
         * @param source PostgreSQL connections
         */
        public Given(DataSource source) {
            this(source, source);
        }
    }
}
