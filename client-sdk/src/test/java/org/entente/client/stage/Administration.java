package org.entente.client.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.member.MembershipClient;
import org.entente.client.member.MembershipOutcome;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.hyperledger.fabric.client.identity.Identities;

/** An administrator of a member: admits members and publishes keys. */
public final class Administration implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final List<MemberId> MAJORITY = List.of(TestNetwork.AU, TestNetwork.CN);

    private final MembershipClient membership;

    /** The administrator of a member of the network. */
    public Administration(EmbeddedNetwork network, MemberId member) {
        CertifiedKey key = network.authority(member)
                .issue(
                        NodeRole.ADMIN,
                        "admin" + COUNT.incrementAndGet(),
                        Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(30)));
        ClientIdentity identity = ClientIdentity.of(
                member, Certificates.pem(key.certificate()), key.key().privateKey());
        membership = MembershipClient.connect(
                endpoint(network.endpoint(member)), identity, TestNetwork.NAMES, Deadlines.STANDARD);
    }

    /** The calls themselves. */
    public MembershipClient membership() {
        return membership;
    }

    /** Admits a member with its first keys. */
    public void admit(MemberId member, MemberKeys keys) {
        Admission admission = new Admission(member, "Customs of " + member, "did:web:customs.example." + member, true);
        assertThat(membership.admit(admission, keys, MAJORITY)).isInstanceOf(MembershipOutcome.Done.class);
    }

    /** Replaces the own member's keys. */
    public void publish(MemberKeys keys) {
        assertThat(membership.publishKeys(keys)).isInstanceOf(MembershipOutcome.Done.class);
    }

    /** A node identity as the network gives it out. */
    static ClientIdentity identity(Endpoint endpoint) {
        try {
            return ClientIdentity.of(
                    endpoint.member(),
                    endpoint.clientCertificatePem().getBytes(UTF_8),
                    Identities.readPrivateKey(endpoint.clientKeyPem()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A peer's address as the SDK wants it. */
    static PeerEndpoint endpoint(Endpoint endpoint) {
        return new PeerEndpoint(
                endpoint.host(), endpoint.port(), endpoint.tlsRootPem().getBytes(UTF_8), Optional.empty());
    }

    @Override
    public void close() {
        membership.close();
    }
}
