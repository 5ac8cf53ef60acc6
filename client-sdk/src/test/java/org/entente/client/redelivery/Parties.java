package org.entente.client.redelivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Validity;
import org.entente.client.redelivery.RedeliverySettings.Address;
import org.entente.client.redelivery.RedeliverySettings.Partner;
import org.entente.client.redelivery.RedeliverySettings.Patience;
import org.entente.client.redelivery.RedeliverySettings.TlsKey;
import org.entente.client.stage.TestNetwork;
import org.entente.model.member.MemberId;

/** The members of a network as partners: an authority, a key and an address each. */
final class Parties {
    static final Patience IMPATIENT = new Patience(Duration.ZERO, Duration.ofSeconds(20), Duration.ofMillis(500));

    private final Map<MemberId, AgencyCa> authorities = new TreeMap<>();
    private final Map<MemberId, TlsKey> keys = new TreeMap<>();
    private final Map<MemberId, Address> addresses = new TreeMap<>();

    Parties(TestNetwork network) {
        for (MemberId member : List.of(TestNetwork.AU, TestNetwork.CN, TestNetwork.SG)) {
            AgencyCa authority = network.network().authority(member);
            authorities.put(member, authority);
            keys.put(member, key(authority, "localhost"));
            addresses.put(member, new Address("localhost", freePort()));
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TlsKey key(AgencyCa authority, String host) {
        return key(authority, host, Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1)));
    }

    static TlsKey key(AgencyCa authority, String host, Validity validity) {
        return key(authority.issueTls("redelivery", List.of(host), validity));
    }

    static TlsKey key(CertifiedKey key) {
        return new TlsKey(key.chain(), key.key().privateKey());
    }

    /** Another authority that calls itself as a member's does. */
    static AgencyCa impostor(MemberId member) {
        return AgencyCa.create(member, Validity.from(Instant.now().minusSeconds(120), Duration.ofDays(30)));
    }

    AgencyCa authority(MemberId member) {
        return java.util.Objects.requireNonNull(authorities.get(member));
    }

    TlsKey key(MemberId member) {
        return java.util.Objects.requireNonNull(keys.get(member));
    }

    Address address(MemberId member) {
        return java.util.Objects.requireNonNull(addresses.get(member));
    }

    RedeliverySettings settings(MemberId member) {
        return settings(member, IMPATIENT);
    }

    RedeliverySettings settings(MemberId member, Patience patience) {
        Map<MemberId, Partner> partners = new HashMap<>();
        authorities.forEach((other, authority) -> {
            if (!other.equals(member)) {
                partners.put(other, new Partner(Optional.of(address(other)), Set.of(authority.tlsRoot())));
            }
        });
        return new RedeliverySettings(Optional.of(address(member)), key(member), partners, patience);
    }

    /** Asks a member's service, as whoever holds a key. */
    PartnerClient asking(MemberId asked, TlsKey as) {
        return new PartnerClient(
                address(asked),
                KeyManagers.of(as),
                new MemberTrust(
                        Map.of(asked, Set.of(authority(asked).tlsRoot())),
                        InstantSource.system(),
                        new Refusals("a test")),
                Duration.ofSeconds(20));
    }
}
