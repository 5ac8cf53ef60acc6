package org.entente.certs.credential.jose;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.proof.Signing;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.key.SigningKey;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as compact JWS with ES256 (W3C VC-JOSE-COSE 1.0, section 3.1.1; RFC 7515). The payload is the credential
 * and nothing else; the time of signing stands in the header as {@code iat} (RFC 7519, section 5.3).
 */
public final class VcJwt {
    private VcJwt() {}

    /**
     * Secures a credential.
     *
     * @param document the claims
     * @param key a P-256 key
     * @param address how verifiers find the key
     * @param signedAt now; written in whole seconds
     * @return header, payload and signature, each base64url, joined by points
     * @throws IllegalArgumentException for a key of another algorithm
     */
    public static String sign(ObjectNode document, SigningKey key, KeyAddress address, Instant signedAt) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("alg", JwtHeader.ALGORITHM);
        header.put("cty", JwtHeader.CONTENT_TYPE);
        header.put("iat", signedAt.getEpochSecond());
        header.put("kid", address.toString());
        header.put("typ", JwtHeader.TYPE);
        String signed =
                Base64Url.write(CanonicalJson.bytes(header)) + "." + Base64Url.write(CanonicalJson.bytes(document));
        byte[] signature = Signing.sign(Securing.VC_JWT, key, signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64Url.write(signature);
    }

    /**
     * Reads what {@link #sign} writes, and what other software writes within the standard. Nothing is verified yet.
     *
     * @param text the compact JWS
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(String text) {
        if (text.length() > SecuredCredential.MAX_BYTES) {
            return refused(CredentialCode.CREDENTIAL_TOO_LARGE, text.length() + " characters");
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return refused(CredentialCode.CREDENTIAL_FORM_UNKNOWN, parts.length + " parts instead of 3");
        }
        return new JwtReader(parts).read();
    }

    static Checked<SecuredCredential> refused(CredentialCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
