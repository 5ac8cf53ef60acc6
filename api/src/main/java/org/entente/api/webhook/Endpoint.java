package org.entente.api.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.event.Event;
import org.entente.api.event.EventScope;

/**
 * A system that is told of events.
 *
 * @param sequence orders the list
 * @param id names it
 * @param address where it listens
 * @param organisation whose system it is; empty for the administration's own
 * @param officers of whose events the administration's system is told
 * @param types of which types only; empty for all
 * @param state whether it is told now
 * @param version grows with each change
 * @param position up to which event it was decided
 * @param madeAt when it was registered
 * @param failingSince since when nothing has reached it
 * @param notice why it is told nothing any more
 */
public record Endpoint(
        long sequence,
        UUID id,
        String address,
        Optional<UUID> organisation,
        Set<Event.Officers> officers,
        List<String> types,
        State state,
        long version,
        long position,
        Instant madeAt,
        Optional<Instant> failingSince,
        Optional<String> notice) {
    /** Whether an endpoint is told. */
    public enum State {
        /** It is told. */
        ACTIVE,
        /** An administrator let it rest; what happens meanwhile is sent later. */
        PAUSED,
        /** It did not answer for days, or said that it is gone; likewise. */
        DISABLED
    }

    /** Keeps unmodifiable copies. */
    public Endpoint {
        officers = Set.copyOf(officers);
        types = List.copyOf(types);
    }

    /**
     * Where it is, for those who need not know a secret.
     *
     * @return the address without its query
     */
    public String place() {
        return address.split("\\?", 2)[0];
    }

    EventScope scope() {
        return new EventScope(officers, organisation.map(Set::of).orElseGet(Set::of));
    }

    boolean wants(Event event) {
        return types.isEmpty() || types.contains(event.type());
    }
}
