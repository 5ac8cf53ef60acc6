package org.entente.api.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.entente.model.origin.certificate.Party.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with accounts: a trader, a broker, or the administration itself.
 *
 * @param id names it
 * @param name as registered
 * @param identifier its number in a register; it says which exporter a certificate means, and the name only where there is
 *     none
 */
public record Organisation(UUID id, String name, @Nullable Identifier identifier) {
    /** The columns that {@link #of} reads, of a table that is called {@code o}. */
    public static final String COLUMNS = "o.id as organisation_id, o.name as organisation_name, o.scheme, o.number";

    /**
     * Reads a row.
     *
     * @param row with {@link #COLUMNS}
     * @return the organisation
     * @throws SQLException if the database fails
     */
    public static Organisation of(ResultSet row) throws SQLException {
        String scheme = row.getString("scheme");
        return new Organisation(
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                scheme == null ? null : new Identifier(scheme, row.getString("number")));
    }

    /**
     * Its number in a register.
     *
     * @return empty if none is known
     */
    public Optional<Identifier> registered() {
        return Optional.ofNullable(identifier);
    }
}
