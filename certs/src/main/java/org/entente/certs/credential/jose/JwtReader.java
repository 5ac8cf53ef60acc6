package org.entente.certs.credential.jose;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.ReadJson;
import org.entente.model.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the three parts of one compact JWS. */
final class JwtReader {
    /** The claims of RFC 7519 that may stand beside a credential's own members, and have no meaning in it. */
    private static final List<String> CLAIMS = List.of("iat", "exp", "iss");

    private static final int MAX_HEADER = 4_096;
    private static final String SIGNATURE_POINTER = "/signature";

    private final byte[] text;
    private final int[] points;
    private final Findings findings = new Findings();

    /**
     * @param text one byte, one character
     * @param first where the point after the header stands
     * @param second where the one after the payload stands
     */
    JwtReader(byte[] text, int first, int second) {
        this.text = text;
        this.points = new int[] {-1, first, second, text.length};
    }

    Checked<SecuredCredential> read() {
        Optional<ReadJson> header = json(0, MAX_HEADER, "/header");
        Optional<ReadJson> payload = json(1, SecuredCredential.MAX_BYTES, "");
        Optional<byte[]> signature = bytes(2, SIGNATURE_POINTER);
        Optional<JwtHeader> read = header.flatMap(each -> ObjectReader.of(each.value(), "/header", findings))
                .flatMap(in -> JwtHeader.read(in, findings));
        if (findings.hasErrors() || read.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return new Checked.Rejected<>(findings.all());
        }
        return secured(read.get(), payload.get(), signature.get());
    }

    private Checked<SecuredCredential> secured(JwtHeader header, ReadJson read, byte[] signature) {
        ObjectNode payload = (ObjectNode) read.value();
        ObjectReader claims = ObjectReader.of(payload, "", findings).orElseThrow();
        Optional<Instant> signedAt = same("iat", header.signedAt(), JwtHeader.seconds(claims, "iat"));
        Optional<Instant> until = same("exp", header.until(), JwtHeader.seconds(claims, "exp"));
        Optional<String> issuer = same("iss", header.issuer(), claims.optionalText("iss", 500));
        if (issuer.isPresent() && !issuer.get().equals(issuerOf(payload))) {
            findings.add(CredentialCode.CREDENTIAL_PROOF_MALFORMED, "/iss", "another issuer than the credential's");
        }
        if (findings.hasErrors()) {
            return new Checked.Rejected<>(findings.all());
        }
        boolean asArrived = CLAIMS.stream().noneMatch(payload::has);
        payload.remove(CLAIMS);
        byte[] signed = Arrays.copyOf(text, points[2]);
        return new Checked.Accepted<>(
                new SecuredCredential(
                        Securing.VC_JWT,
                        payload,
                        asArrived ? read.knownCanonical() : Optional.empty(),
                        header.key(),
                        signedAt,
                        until,
                        signed,
                        signature),
                List.of());
    }

    /** A claim may stand in the header, in the payload, or the same in both (RFC 7519, section 5.3). */
    private <T> Optional<T> same(String name, Optional<T> inHeader, Optional<T> inPayload) {
        if (inHeader.isPresent() && inPayload.isPresent() && !inHeader.equals(inPayload)) {
            findings.add(CredentialCode.CREDENTIAL_PROOF_MALFORMED, "/" + name, "differs from the header's");
        }
        return inHeader.or(() -> inPayload);
    }

    private static String issuerOf(ObjectNode payload) {
        JsonNode issuer = payload.path("issuer");
        JsonNode id = issuer.isObject() ? issuer.path("id") : issuer;
        return id.isString() ? id.stringValue() : "";
    }

    private Optional<ReadJson> json(int part, int maxBytes, String pointer) {
        return bytes(part, pointer).flatMap(bytes -> switch (StrictJson.read(bytes, maxBytes)) {
            case Checked.Accepted<ReadJson>(ReadJson read, var remarks)
            when read.value().isObject() -> Optional.of(read);
            case Checked.Accepted<ReadJson> other -> {
                findings.add(CredentialCode.CREDENTIAL_FORM_UNKNOWN, pointer, "a JSON object is expected");
                yield Optional.empty();
            }
            case Checked.Rejected<ReadJson>(var found) -> {
                found.forEach(each ->
                        findings.add(new Finding(each.code(), pointer + each.pointer(), each.detail(), each.law())));
                yield Optional.empty();
            }
        });
    }

    private Optional<byte[]> bytes(int part, String pointer) {
        Optional<byte[]> bytes = Base64Url.parse(Arrays.copyOfRange(text, points[part] + 1, points[part + 1]));
        if (bytes.isEmpty()) {
            findings.add(CredentialCode.CREDENTIAL_ENCODING_INVALID, pointer, "base64url without padding is expected");
        }
        return bytes;
    }
}
