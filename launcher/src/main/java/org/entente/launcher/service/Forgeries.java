package org.entente.launcher.service;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.document.CredentialId;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.jose.VcJwt;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealCode;
import org.entente.certs.credential.seal.SealKey;
import org.entente.certs.credential.seal.SealKeys;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.key.SigningKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.origin.check.Validity;
import org.entente.model.shipped.ShippedRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What nobody should accept, made of one genuine credential: expired, changed, and of an issuer whom nobody knows. */
final class Forgeries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STRANGER = "did:web:customs.example.nowhere";
    private static final Duration LATER = Duration.ofHours(10);

    private final String credential;
    private final String seal;
    private final OriginCredential genuine;
    private final SigningKey key;
    private final SecureRandom random = new SecureRandom();

    /**
     * What to change.
     *
     * @param credential the genuine one, as a compact JWS
     * @param seal the genuine seal's text
     * @param key its issuer's
     */
    Forgeries(String credential, String seal, SigningKey key) {
        this.credential = credential;
        this.seal = seal;
        this.genuine =
                accepted(OriginCredential.read(accepted(VcJwt.read(credential)).document()));
        this.key = key;
    }

    /** Two texts that are presented together. */
    record Pair(String credential, String seal) {}

    /** With the issuer's own signature, over days that have passed. */
    Pair expired(JsonNode certificate, LocalDate issued) {
        Instant from = issued.atStartOfDay(java.time.ZoneOffset.UTC).plus(LATER).toInstant();
        return signed(genuine.issuer(), genuine.issuerName(), genuine.status(), certificate(certificate), from, key);
    }

    /** Well made, by somebody of whom no member of the network knows anything. */
    Pair ofStranger() {
        List<StatusEntry> status = genuine.status().stream()
                .map(entry -> new StatusEntry(
                        entry.purpose(),
                        entry.index(),
                        StatusAddress.of(STRANGER, StatusAddress.ORIGIN, entry.purpose(), 0)))
                .toList();
        return signed(
                STRANGER,
                "Customs Service of Nowhere",
                status,
                genuine.certificate(),
                genuine.validFrom(),
                SoftwareKey.generate());
    }

    /** The first item's quantity ten times as much; in the seal, one character that stands for signed content. */
    Pair tampered() {
        String[] parts = credential.split("\\.", -1);
        ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        ObjectNode item = (ObjectNode) claims.at("/credentialSubject/items/0");
        item.put("quantity", item.path("quantity").asString() + "0");
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return new Pair(String.join(".", parts), tamperedSeal());
    }

    private String tamperedSeal() {
        SealKey counts = new SealKey(key.publicKeySpki(), Instant.EPOCH, Optional.empty());
        SealKeys known = (issuer, id) -> id.equals(key.keyId()) ? Optional.of(counts) : Optional.empty();
        for (int at = SealText.PREFIX.length(); at < seal.length(); at++) {
            String other = seal.substring(0, at) + (seal.charAt(at) == '1' ? '2' : '1') + seal.substring(at + 1);
            if (SealText.verify(other, known) instanceof SealOutcome.Refused(SealCode code, String detail)
                    && code == SealCode.SEAL_SIGNATURE_INVALID) {
                return other;
            }
        }
        throw new IllegalStateException("no character of the seal stands for content");
    }

    private Pair signed(
            String did,
            String name,
            List<StatusEntry> status,
            Certificate certificate,
            Instant from,
            SigningKey signing) {
        var rules = ShippedRules.RULE_SETS.named(certificate.ruleSet()).orElseThrow();
        OriginCredential document = new OriginCredential(
                CredentialId.draw(did, random),
                did,
                name,
                from,
                OriginCredential.endOf(certificate, rules),
                status,
                Optional.empty(),
                certificate);
        byte[] secured =
                new CredentialSigner(did, signing, Optional.empty()).secure(document.document(), Securing.VC_JWT, from);
        LocalDate last = Validity.on(certificate, rules, certificate.issuedAt()).until();
        Seal facts = Seal.of(certificate, last, Digest.of(secured), Optional.empty());
        return new Pair(new String(secured, StandardCharsets.US_ASCII), SealText.sign(facts, signing));
    }

    private static Certificate certificate(JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        return accepted(new CertificateCheck(ShippedRules.RULE_SETS).check(CertificateJson.parse(bytes)));
    }

    private static <T> T accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value, var remarks) -> value;
            case Checked.Rejected<T>(var findings) -> throw new IllegalStateException("a sample has " + findings);
        };
    }
}
