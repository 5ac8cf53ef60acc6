package org.entente.launcher.consortium;

/**
 * A member's own database.
 *
 * @param url JDBC URL
 * @param role the role that owns it
 * @param password that role's; a secret, kept out of {@link #toString}
 */
public record MemberDatabase(String url, String role, String password) {
    @Override
    public String toString() {
        return url + " as " + role;
    }
}
