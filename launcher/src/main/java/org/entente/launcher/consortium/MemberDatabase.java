package org.entente.launcher.consortium;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A member's own database.
 *
 * @param url JDBC URL
 * @param role the role that owns it
 * @param password that role's; a secret, kept out of {@link #toString}
 */
public record MemberDatabase(String url, String role, String password) {
    /**
     * A connection, for looking into it beside the node.
     *
     * @return open; the caller closes it
     * @throws SQLException if the server cannot be reached
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    @Override
    public String toString() {
        return url + " as " + role;
    }
}
