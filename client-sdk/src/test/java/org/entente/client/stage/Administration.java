package org.entente.client.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.client.ledger.ClientIdentity;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** An administrator of a member: admits members and publishes keys. */
public final class Administration implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final io.grpc.ManagedChannel channel;
    private final Gateway gateway;

    /** The administrator of a member of the network. */
    public Administration(EmbeddedNetwork network, MemberId member) {
        Endpoint endpoint = network.endpoint(member);
        CertifiedKey key = network.authority(member)
                .issue(
                        NodeRole.ADMIN,
                        "admin" + RANDOM.nextInt(1_000_000),
                        Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(30)));
        channel = TestNetwork.channel(endpoint);
        gateway = Gateway.newInstance()
                .identity(new X509Identity(member.value(), key.certificate()))
                .signer(Signers.newPrivateKeySigner(key.key().privateKey()))
                .hash(Hash.SHA256)
                .connection(channel)
                .connect();
    }

    /** Admits a member with its first keys. */
    public void admit(MemberId member, MemberKeys keys) {
        submit(
                "admitMember",
                new String(
                        PublicRecords.write(new Admission(
                                member, "Customs of " + member, "did:web:customs.example." + member, true)),
                        UTF_8),
                new String(PublicRecords.write(keys), UTF_8));
    }

    /** Replaces the own member's keys. */
    public void publish(MemberKeys keys) {
        submit("publishKeys", new String(PublicRecords.write(keys), UTF_8));
    }

    private void submit(String function, String... arguments) {
        try {
            gateway.getNetwork(TestNetwork.NAMES.channel())
                    .getContract(TestNetwork.NAMES.chaincode())
                    .newProposal(function)
                    .addArguments(arguments)
                    .build()
                    .endorse()
                    .submit();
        } catch (GatewayException e) {
            throw new IllegalStateException(e.getStatus() + " " + e.getDetails(), e);
        } catch (org.hyperledger.fabric.client.CommitException e) {
            throw new IllegalStateException(e);
        }
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

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
