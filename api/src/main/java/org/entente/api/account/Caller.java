package org.entente.api.account;

import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, as the database has it at this moment: what a token or session says of roles does not count. A handler
 * takes one as an argument.
 *
 * @param account the account's name
 * @param organisation its organisation
 * @param roles what it may do
 * @param exporters organisations for which it may apply: its own for an exporter, those that delegated for a broker
 */
public record Caller(String account, UUID organisation, Set<Role> roles, Set<UUID> exporters) {
    /** Keeps unmodifiable copies. */
    public Caller {
        roles = Set.copyOf(roles);
        exporters = Set.copyOf(exporters);
    }

    /**
     * Whether the caller may do something.
     *
     * @param role what
     * @return true if it has the role
     */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * Whether the caller may see what belongs to an organisation.
     *
     * @param owner the organisation
     * @return true for issuing officers, and for whoever may apply for it
     */
    public boolean maySee(UUID owner) {
        return has(Role.ISSUING_OFFICER) || exporters.contains(owner);
    }
}
