package org.entente.api.page.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.api.node.Registry;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.integrity.DataIntegrity;
import org.entente.certs.credential.jose.VcJwt;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.trust.LedgerTrust;
import org.entente.certs.credential.verify.Anchors;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.SealVerifier;
import org.entente.certs.credential.verify.StatusLists;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a credential or a seal by the trust that the own copy of the ledger gives. Nothing is fetched. */
@Component
final class EvidenceChecking {
    private static final int MOST_BYTES = SecuredCredential.MAX_BYTES;

    private final Registry registry;
    private final RuleSets ruleSets;
    private final InstantSource clock;

    EvidenceChecking(Registry registry, RuleSets ruleSets, InstantSource clock) {
        this.registry = registry;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** Whether a text is a seal or a credential, and not a number that somebody typed. */
    static boolean isEvidence(String text) {
        return SealText.isSeal(text) || isCredential(text) || isLink(text);
    }

    private static boolean isCredential(String text) {
        return text.startsWith("{") || text.startsWith("eyJ");
    }

    private static boolean isLink(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    Answer check(String text) {
        if (SealText.isSeal(text)) {
            return Answer.of(
                    new SealVerifier(trust(), VerifyPolicy.STANDARD, StatusLists.NONE).verify(text, now()),
                    ofSeal(text));
        }
        if (isLink(text)) {
            return switch (CredentialLink.parse(text)) {
                case Checked.Rejected<CredentialLink>(var findings) ->
                    Answer.of("invalid", findings, Optional.empty(), Optional.empty());
                case Checked.Accepted<CredentialLink> link ->
                    Answer.of("unsure", List.of(), Optional.empty(), Optional.empty());
            };
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Answer.of(
                new CredentialVerifier(trust(), ruleSets, VerifyPolicy.STANDARD, StatusLists.NONE, Anchors.NONE)
                        .verify(bytes, now()),
                ofCredential(text));
    }

    private Trust trust() {
        return registry.ask(known -> new LedgerTrust(known, ruleSets).at(Registry.NOW, now()));
    }

    private Instant now() {
        return clock.instant();
    }

    /** What a seal says of itself; nobody vouches for it yet. */
    private static Optional<CertificateId> ofSeal(String text) {
        return SealText.verify(text, (issuer, keyId) -> Optional.empty()) instanceof SealOutcome.Undecided undecided
                ? Optional.of(undecided.claimed().id())
                : Optional.empty();
    }

    private static Optional<CertificateId> ofCredential(String text) {
        Checked<SecuredCredential> secured = text.startsWith("{") ? integrity(text) : VcJwt.read(text.strip());
        return secured instanceof Checked.Accepted<SecuredCredential>(var value, List<Finding> remarks)
                        && OriginCredential.read(value.document())
                                instanceof Checked.Accepted<OriginCredential>(var credential, List<Finding> more)
                ? Optional.of(credential.certificate().id())
                : Optional.empty();
    }

    private static Checked<SecuredCredential> integrity(String text) {
        return switch (StrictJson.parse(text.getBytes(StandardCharsets.UTF_8), MOST_BYTES)) {
            case Checked.Accepted<JsonNode>(ObjectNode object, var remarks) -> DataIntegrity.read(object);
            case Checked.Accepted<JsonNode> other -> new Checked.Rejected<>(List.of());
            case Checked.Rejected<JsonNode>(var findings) -> new Checked.Rejected<>(findings);
        };
    }
}
