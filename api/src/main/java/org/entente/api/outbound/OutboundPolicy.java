package org.entente.api.outbound;

import java.time.Duration;
import java.util.Set;

/**
 * What calls may do.
 *
 * @param inside whether they may go to private addresses and to any port, where all partners stand in one network
 * @param plainLocalhost whether what is written as https on {@code localhost} is called without TLS, as in the demo
 * @param ports where {@code inside} is false
 * @param connect how long one connection may take
 * @param silence how long the other side may be silent
 * @param total how long a call may take as a whole
 */
record OutboundPolicy(
        boolean inside,
        boolean plainLocalhost,
        Set<Integer> ports,
        Duration connect,
        Duration silence,
        Duration total) {
    private static final Set<Integer> USUAL_PORTS = Set.of(443, 8443);

    /** Keeps an unmodifiable copy. */
    OutboundPolicy {
        ports = Set.copyOf(ports);
    }

    static OutboundPolicy of(boolean inside, boolean plainLocalhost) {
        return new OutboundPolicy(
                inside,
                plainLocalhost,
                USUAL_PORTS,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    boolean allowsPort(int port) {
        return inside || ports.contains(port);
    }
}
