package org.entente.client.evidence;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.evidence.Presenter;
import org.entente.model.evidence.PublishedKey;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.BatchSigner;
import org.entente.model.trust.TrustedMember;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A member with its CA, a node of each kind and a key for statements. */
record Administration(MemberId member, AgencyCa ca, SoftwareKey key, CertifiedKey client, CertifiedKey peer) {
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    static Administration of(String code) {
        MemberId member = new MemberId(code);
        Validity validity = Validity.from(FROM, Duration.ofDays(300));
        AgencyCa ca = AgencyCa.create(member, validity);
        return new Administration(
                member,
                ca,
                SoftwareKey.generate(),
                ca.issue(NodeRole.CLIENT, "dispatcher", validity),
                ca.issue(NodeRole.PEER, "peer0", validity));
    }

    BatchSigner signer() {
        return StatementSignatures.signer(key);
    }

    PublishedKey published(Optional<Instant> until) {
        return new PublishedKey(
                VerificationKey.forStatements(key.keyId(), key.publicKeySpki(), FROM, until),
                new Position(2, 0, 0),
                Digest.of(member.value().getBytes(StandardCharsets.UTF_8)));
    }

    Presenter presenter() {
        return new Presenter(member, Instant.parse("2026-05-06T08:00:00Z"), key.keyId(), key.publicKeySpki());
    }

    TrustedMember byKey() {
        return new TrustedMember(Set.of(Digest.of(key.publicKeySpki())), List.of());
    }

    TrustedMember byRoot() {
        return new TrustedMember(Set.of(), List.of(rootPem()));
    }

    TrustedMember byBoth() {
        return new TrustedMember(byKey().keys(), byRoot().roots());
    }

    String rootPem() {
        return new String(Certificates.pem(ca.root()), StandardCharsets.US_ASCII);
    }

    ByteString serialized(CertifiedKey node) {
        return SerializedIdentity.newBuilder()
                .setMspid(member.value())
                .setIdBytes(ByteString.copyFrom(Certificates.pem(node.certificate())))
                .build()
                .toByteString();
    }
}
