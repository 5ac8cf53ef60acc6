package org.entente.launcher.bench.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.certs.credential.document.LedgerReference;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.issue.OriginIssuer;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verify.Anchors;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.SealVerifier;
import org.entente.certs.credential.verify.StatusLists;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
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

/** Indonesia issues many certificates of three items; a verifier knows it among four members and has its status lists. */
final class CredentialScene {
    /** So many different certificates take turns. */
    static final int CERTIFICATES = 64;

    private static final String SAMPLE = "/org/entente/launcher/demo/samples/atiga-form-d-clean.json";
    private static final String NUMBER = "SAMPLE/ID/2026/0042";
    private static final RuleSets RULES = RuleSets.shipped();
    private static final MemberId ISSUER = new MemberId("ID");
    private static final StreamId STREAM = new StreamId(ISSUER, new MemberId("SG"));

    private final SoftwareKey key = SoftwareKey.generate();
    private final SoftwareKey secondKey = SoftwareKey.generate(KeyAlgorithm.ED25519);
    private final List<Certificate> certificates = IntStream.range(0, CERTIFICATES)
            .mapToObj(CredentialScene::certificate)
            .toList();
    private final Instant issued = Instant.parse(certificates.getFirst().issuedAt() + "T04:00:00Z");
    private final Instant now = issued.plus(Duration.ofDays(10));
    private final Map<String, StatusLists.Copy> lists = new HashMap<>();
    private final CredentialSigner signer = new CredentialSigner(did(ISSUER), key, Optional.of(secondKey));
    private final OriginIssuer issuer = new OriginIssuer(issuer(ISSUER), signer, RULES, new SecureRandom());

    CredentialScene() {
        for (StatusPurpose purpose : StatusPurpose.values()) {
            StatusList list = StatusList.of(
                    address(purpose),
                    did(ISSUER),
                    purpose,
                    StatusBits.of(StatusBits.MIN_ENTRIES, Set.of(1, 100_000)),
                    now.minusSeconds(60),
                    Duration.ofHours(6),
                    Duration.ofMinutes(5));
            lists.put(
                    list.id(),
                    new StatusLists.Copy(signer.secure(list.document(), Securing.VC_JWT, list.validFrom()), now));
        }
    }

    SoftwareKey key(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.P256 ? key : secondKey;
    }

    Instant now() {
        return now;
    }

    Instant issued() {
        return issued;
    }

    OriginIssuer issuer() {
        return issuer;
    }

    /** An approved certificate becomes a credential: rules, entitlement, id. */
    OriginCredential draw(int which) {
        Certificate certificate = certificates.get(which);
        int index = 5_000 + which;
        List<StatusEntry> entries = List.of(
                new StatusEntry(StatusPurpose.REVOCATION, index, address(StatusPurpose.REVOCATION)),
                new StatusEntry(StatusPurpose.SUSPENSION, index + 1, address(StatusPurpose.SUSPENSION)));
        LedgerReference reference = new LedgerReference(STREAM, new StatementId("ab".repeat(32)));
        return switch (issuer.draw(certificate, entries, Optional.of(reference), issued)) {
            case Checked.Accepted<OriginCredential>(var credential, var remarks) -> credential;
            case Checked.Rejected<OriginCredential>(var findings) -> throw new IllegalStateException("" + findings);
        };
    }

    CredentialVerifier verifier() {
        return new CredentialVerifier(trust(), RULES, VerifyPolicy.STANDARD, this::list, Anchors.NONE);
    }

    SealVerifier sealVerifier() {
        return new SealVerifier(trust(), VerifyPolicy.STANDARD, this::list);
    }

    private Optional<StatusLists.Copy> list(String address) {
        return Optional.ofNullable(lists.get(address));
    }

    private Trust trust() {
        Map<MemberId, TrustedMember> members = new HashMap<>();
        for (String country : List.of("AU", "CN", "ID", "SG")) {
            MemberId member = new MemberId(country);
            members.put(member, new TrustedMember(Set.of(), List.of(), Optional.of(issuer(member))));
        }
        return new Trust(members, Optional.of(new AsOf(now.minusSeconds(5), Optional.of(new Position(90, 0, 0)))));
    }

    private TrustedIssuer issuer(MemberId member) {
        boolean own = member.equals(ISSUER);
        List<TrustedKey> keys = (own ? List.of(key, secondKey) : List.of(SoftwareKey.generate()))
                .stream()
                        .map(each -> new TrustedKey(published(each), Optional.empty()))
                        .toList();
        return new TrustedIssuer(
                "Sample administration " + member,
                did(member),
                keys,
                List.of(new Entitlement(Entitlement.ORIGIN_CERTIFICATE, "ATIGA", Optional.empty(), Optional.empty())));
    }

    private VerificationKey published(SoftwareKey each) {
        return new VerificationKey(
                each.keyId(),
                each.publicKeySpki(),
                Set.of(KeyPurpose.CREDENTIAL),
                issued.minus(Duration.ofDays(1)),
                Optional.empty());
    }

    private static String did(MemberId member) {
        return "did:web:customs.example." + member.value().toLowerCase(java.util.Locale.ROOT);
    }

    private static String address(StatusPurpose purpose) {
        return StatusAddress.of(did(ISSUER), StatusAddress.ORIGIN, purpose, 1);
    }

    private static Certificate certificate(int which) {
        try (InputStream in = CredentialScene.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("the build left the sample out: " + SAMPLE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(NUMBER, "SAMPLE/ID/2026/" + (1_000 + which));
            return CertificateJson.parse(text.getBytes(StandardCharsets.UTF_8))
                    .certificate()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
