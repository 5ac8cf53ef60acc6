package org.entente.api.event;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;

/**
 * Of what somebody may be told.
 *
 * @param officers everything that concerns these
 * @param organisations everything that concerns these exporters
 */
public record EventScope(Set<Event.Officers> officers, Set<UUID> organisations) {
    /** Keeps unmodifiable copies. */
    public EventScope {
        officers = Set.copyOf(officers);
        organisations = Set.copyOf(organisations);
    }

    /**
     * Of what a caller may be told: what it may look up.
     *
     * @param caller who asks
     * @return its scope; maybe of nothing
     */
    public static EventScope of(Caller caller) {
        Set<Event.Officers> officers = EnumSet.noneOf(Event.Officers.class);
        if (caller.has(Role.ISSUING_OFFICER)) {
            officers.add(Event.Officers.ISSUING);
        }
        if (caller.has(Role.VERIFYING_OFFICER)) {
            officers.add(Event.Officers.VERIFYING);
        }
        return new EventScope(officers, caller.exporters());
    }

    /** Whether nothing at all may be told. */
    boolean isEmpty() {
        return officers.isEmpty() && organisations.isEmpty();
    }
}
