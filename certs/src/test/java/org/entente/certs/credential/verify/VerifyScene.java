package org.entente.certs.credential.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.document.LedgerReference;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.issue.OriginIssuer;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SigningKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Position;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.member.VerificationKey;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.statement.StatementId;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import org.entente.model.trust.TrustedMember;

/** Indonesia issues an e-Form D to Singapore; a verifier knows Indonesia from the ledger. */
final class VerifyScene {
    static final MemberId ID = new MemberId("ID");
    static final MemberId SG = new MemberId("SG");
    static final String DID = "did:web:customs.example.id";
    static final RuleSets RULES = RuleSets.shipped();
    static final SoftwareKey KEY = SoftwareKey.generate();
    static final SoftwareKey ED_KEY = SoftwareKey.generate(KeyAlgorithm.ED25519);
    static final Certificate CERTIFICATE = certificate("atiga-form-d-clean.json");
    static final Instant ISSUED = Instant.parse(CERTIFICATE.issuedAt() + "T04:00:00Z");
    static final Instant NOW = ISSUED.plus(Duration.ofDays(10));
    static final Position HERE = new Position(90, 0, 0);

    final Map<String, StatusLists.Copy> published = new HashMap<>();
    final List<TrustedKey> keys = new ArrayList<>();
    final List<Entitlement> entitlements = new ArrayList<>();
    Instant asOf = NOW.minusSeconds(60);

    VerifyScene() {
        keys.add(trusted(KEY));
        keys.add(trusted(ED_KEY));
        entitlements.add(new Entitlement(Entitlement.ORIGIN_CERTIFICATE, "ATIGA", Optional.empty(), Optional.empty()));
        for (StatusPurpose purpose : StatusPurpose.values()) {
            publish(purpose, NOW.minusSeconds(120), Set.of());
        }
    }

    static Certificate certificate(String sample) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("../docs/samples", sample));
            return CertificateJson.parse(bytes).certificate().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TrustedKey trusted(SigningKey key) {
        return new TrustedKey(published(key, ISSUED.minusSeconds(3_600), Optional.empty()), Optional.empty());
    }

    static VerificationKey published(SigningKey key, Instant from, Optional<Instant> until) {
        return new VerificationKey(key.keyId(), key.publicKeySpki(), Set.of(KeyPurpose.CREDENTIAL), from, until);
    }

    TrustedIssuer issuer() {
        return new TrustedIssuer("Indonesia (sample administration)", DID, keys, entitlements);
    }

    Trust trust() {
        return new Trust(
                Map.of(ID, new TrustedMember(Set.of(), List.of(), Optional.of(issuer()))),
                Optional.of(new AsOf(asOf, Optional.of(HERE))));
    }

    static CredentialSigner signer() {
        return new CredentialSigner(DID, KEY, Optional.of(ED_KEY));
    }

    static String listAddress(StatusPurpose purpose) {
        return "https://customs.example.id/status/" + purpose.wire() + "/1";
    }

    static List<StatusEntry> entries(int index) {
        return List.of(
                new StatusEntry(StatusPurpose.REVOCATION, index, listAddress(StatusPurpose.REVOCATION)),
                new StatusEntry(StatusPurpose.SUSPENSION, index + 1, listAddress(StatusPurpose.SUSPENSION)));
    }

    void publish(StatusPurpose purpose, Instant madeAt, Set<Integer> set) {
        publish(purpose, madeAt, set, signer());
    }

    void publish(StatusPurpose purpose, Instant madeAt, Set<Integer> set, CredentialSigner by) {
        StatusList list = StatusList.of(
                listAddress(purpose),
                DID,
                purpose,
                StatusBits.of(StatusBits.MIN_ENTRIES, set),
                madeAt,
                Duration.ofHours(6),
                Duration.ofMinutes(5));
        published.put(list.id(), new StatusLists.Copy(by.secure(list.document(), Securing.VC_JWT, madeAt), madeAt));
    }

    OriginCredential draw() {
        OriginIssuer issuer = new OriginIssuer(issuer(), signer(), RULES, new SecureRandom());
        LedgerReference reference = new LedgerReference(new StreamId(ID, SG), new StatementId("ab".repeat(32)));
        return ((Checked.Accepted<OriginCredential>)
                        issuer.draw(CERTIFICATE, entries(4_711), Optional.of(reference), ISSUED))
                .value();
    }

    byte[] issue(Securing securing) {
        return signer().secure(draw().document(), securing, ISSUED);
    }

    CredentialVerifier verifier() {
        return verifier(trust(), Anchors.NONE);
    }

    CredentialVerifier verifier(Trust trust, Anchors anchors) {
        return new CredentialVerifier(
                trust, RULES, VerifyPolicy.STANDARD, address -> Optional.ofNullable(published.get(address)), anchors);
    }

    static List<String> codes(Verdict<?> verdict) {
        return switch (verdict) {
            case Verdict.Valid<?> valid -> List.of("VALID");
            case Verdict.Invalid<?>(var because, var remarks, var basis) -> names(because);
            case Verdict.CouldNotCheck<?>(var because, var remarks, var basis) -> names(because);
        };
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(each -> each.code().name()).distinct().toList();
    }

    static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
