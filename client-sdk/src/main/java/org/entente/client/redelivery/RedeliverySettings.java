package org.entente.client.redelivery;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.member.MemberId;

/**
 * Whom a member asks for missing bytes, and whom it serves.
 *
 * @param listen where this member serves; empty if it only asks. Instances on one machine may be given the same: one
 *     serves, the others take over when it ends
 * @param key identifies this member to its partners, as server and as client
 * @param partners those that may ask, and where they are asked; nobody else is answered
 * @param patience how long it waits
 */
public record RedeliverySettings(
        Optional<Address> listen, TlsKey key, Map<MemberId, Partner> partners, Patience patience) {
    /**
     * Keeps an unmodifiable copy.
     *
     * @throws IllegalArgumentException if two partners have the same authority: it would not tell them apart
     */
    public RedeliverySettings {
        partners = Map.copyOf(partners);
        Set<X509Certificate> all = new HashSet<>();
        partners.forEach((member, partner) -> partner.tlsRoots().forEach(root -> {
            if (!all.add(root)) {
                throw new IllegalArgumentException("another partner has the same TLS root as " + member);
            }
        }));
    }

    /**
     * Where something is served.
     *
     * @param host host name or IP address
     * @param port TCP port
     */
    public record Address(String host, int port) {
        /** Refuses what is no port with {@link IllegalArgumentException}. */
        public Address {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("not a port: " + port);
            }
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * A key with its TLS certificate, for server and client use.
     *
     * @param chain the certificate, issued by the member's TLS root directly, and that root
     * @param key its private key
     */
    public record TlsKey(List<X509Certificate> chain, PrivateKey key) {
        /** Keeps an unmodifiable copy. */
        public TlsKey {
            chain = List.copyOf(chain);
        }

        @Override
        public String toString() {
            return "TlsKey[" + chain.getFirst().getSubjectX500Principal() + "]";
        }
    }

    /**
     * A partner.
     *
     * @param address where its service is; empty if it is served but not asked
     * @param tlsRoots the roots of its TLS certificates, during a change of root the old and the new; at least one
     */
    public record Partner(Optional<Address> address, Set<X509Certificate> tlsRoots) {
        /** Refuses an empty set of roots with {@link IllegalArgumentException}: nothing could be trusted. */
        public Partner {
            tlsRoots = Set.copyOf(tlsRoots);
            if (tlsRoots.isEmpty()) {
                throw new IllegalArgumentException("a partner has at least one TLS root");
            }
        }
    }

    /**
     * How long a member waits.
     *
     * @param delay how long bytes are missing before the partner is asked: the own peer mostly gets them by itself
     * @param answer for one whole answer
     * @param longestPause between two requests to a partner that does not answer, or answers wrongly
     */
    public record Patience(Duration delay, Duration answer, Duration longestPause) {
        /** What suits two administrations on the Internet. */
        public static final Patience STANDARD =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
}
