package org.entente.client.evidence;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.client.evidence.NodeIdentities.Role;
import org.entente.model.evidence.EvidenceCode;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.LedgerFacts;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import org.entente.model.statement.SignatureCheck;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Who signed an envelope: its creator over the payload, its endorsers over what the chaincode wrote, all of them the author's. */
final class EnvelopeSignatures {
    private final SignatureCheck signatures;
    private final NodeIdentities identities;
    private final EvidenceEntry entry;
    private final List<String> roots;
    private final String pointer;
    private final Findings findings;

    EnvelopeSignatures(
            SignatureCheck signatures,
            NodeIdentities identities,
            EvidenceEntry entry,
            List<String> roots,
            String pointer,
            Findings findings) {
        this.signatures = signatures;
        this.identities = identities;
        this.entry = entry;
        this.roots = roots;
        this.pointer = pointer;
        this.findings = findings;
    }

    /** The facts, only if every signature verifies; findings say what is wrong or cannot be checked. */
    Optional<LedgerFacts> check(ParsedEnvelope envelope, boolean alone) {
        Optional<X509Certificate> creator = signer(
                envelope.creator(),
                Role.CLIENT,
                envelope.envelope().getPayload(),
                envelope.envelope().getSignature());
        List<String> endorsers = new ArrayList<>();
        List<Endorsement> endorsements = envelope.action().getAction().getEndorsementsList();
        if (endorsements.isEmpty()) {
            findings.add(EvidenceCode.EVIDENCE_ENDORSER_INVALID, pointer, "nobody endorsed it");
        }
        ByteString response = envelope.action().getAction().getProposalResponsePayload();
        for (Endorsement each : endorsements) {
            identity(each.getEndorser())
                    .flatMap(identity ->
                            signer(identity, Role.PEER, response.concat(each.getEndorser()), each.getSignature()))
                    .ifPresent(certificate -> endorsers.add(subject(certificate)));
        }
        return creator.isPresent() && !findings.hasErrors()
                ? Optional.of(new LedgerFacts(subject(creator.get()), endorsers, alone))
                : Optional.empty();
    }

    private Optional<SerializedIdentity> identity(ByteString bytes) {
        try {
            return Optional.of(SerializedIdentity.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            findings.add(EvidenceCode.EVIDENCE_ENDORSER_INVALID, pointer, "an endorser without an identity");
            return Optional.empty();
        }
    }

    private Optional<X509Certificate> signer(
            SerializedIdentity identity, Role role, ByteString data, ByteString signature) {
        EvidenceCode code =
                role == Role.CLIENT ? EvidenceCode.EVIDENCE_CREATOR_INVALID : EvidenceCode.EVIDENCE_ENDORSER_INVALID;
        MemberId author = entry.header().stream().author();
        if (!identity.getMspid().equals(author.value())) {
            findings.add(code, pointer, "a node of another member than " + author + " signed");
            return Optional.empty();
        }
        Optional<X509Certificate> certificate = certificate(identity.getIdBytes());
        boolean verified = certificate
                .filter(each -> signatures.verifies(
                        each.getPublicKey().getEncoded(), data.toByteArray(), signature.toByteArray()))
                .isPresent();
        if (!verified) {
            findings.add(code, pointer, "the signature of the " + word(role) + " does not verify");
            return Optional.empty();
        }
        if (!roots.isEmpty()) {
            judge(identity.getIdBytes().toByteArray(), author, role, code);
        }
        return certificate;
    }

    private void judge(byte[] pem, MemberId author, Role role, EvidenceCode code) {
        switch (identities.judge(author, roots, pem, role, entry.ledger().timestamp())) {
            case NodeIdentity.Certified() -> {}
            case NodeIdentity.Foreign() ->
                findings.add(
                        EvidenceCode.EVIDENCE_CERTIFICATE_UNTRUSTED,
                        pointer,
                        "no trusted root of " + author + " issued the certificate of the " + word(role));
            case NodeIdentity.Refused(String fault) ->
                findings.add(code, pointer, "the certificate of the " + word(role) + ": " + fault);
        }
    }

    private static Optional<X509Certificate> certificate(ByteString pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(pem.toByteArray()))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String word(Role role) {
        return role == Role.CLIENT ? "client that created it" : "peer that endorsed it";
    }
}
