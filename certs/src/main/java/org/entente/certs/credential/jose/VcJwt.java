package org.entente.certs.credential.jose;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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
import org.entente.model.json.CanonicalObject;
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
        return new String(secure(CanonicalJson.bytes(document), key, address, signedAt), StandardCharsets.US_ASCII);
    }

    /**
     * Like {@link #sign}, from bytes to bytes.
     *
     * @param document the claims as canonical JSON
     * @param key a P-256 key
     * @param address how verifiers find the key
     * @param signedAt now; written in whole seconds
     * @return header, payload and signature, each base64url, joined by points, in ASCII
     * @throws IllegalArgumentException for a key of another algorithm
     */
    public static byte[] secure(byte[] document, SigningKey key, KeyAddress address, Instant signedAt) {
        CanonicalObject header = CanonicalObject.write(out -> out.put("alg", JwtHeader.ALGORITHM)
                .put("cty", JwtHeader.CONTENT_TYPE)
                .put("iat", signedAt.getEpochSecond())
                .put("kid", address.toString())
                .put("typ", JwtHeader.TYPE));
        byte[] signed = joined(Base64Url.bytes(header.bytes()), Base64Url.bytes(document));
        return joined(signed, Base64Url.bytes(Signing.sign(Securing.VC_JWT, key, signed)));
    }

    private static byte[] joined(byte[] before, byte[] after) {
        byte[] both = Arrays.copyOf(before, before.length + 1 + after.length);
        both[before.length] = '.';
        System.arraycopy(after, 0, both, before.length + 1, after.length);
        return both;
    }

    /**
     * Reads what {@link #sign} writes, and what other software writes within the standard. Nothing is verified yet.
     *
     * @param text the compact JWS
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(String text) {
        // What is beyond ISO 8859-1 becomes a question mark, which base64url does not have either.
        return read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Like {@link #read(String)}, from bytes.
     *
     * @param text the compact JWS in ASCII; not kept
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(byte[] text) {
        if (text.length > SecuredCredential.MAX_BYTES) {
            return refused(CredentialCode.CREDENTIAL_TOO_LARGE, text.length + " characters");
        }
        // One byte, one character: the JVM searches a text many bytes at a time.
        String searched = new String(text, StandardCharsets.ISO_8859_1);
        int first = searched.indexOf('.');
        int second = searched.indexOf('.', first + 1);
        boolean three = first >= 0 && second > first && searched.indexOf('.', second + 1) < 0;
        return three
                ? new JwtReader(text, first, second).read()
                : refused(CredentialCode.CREDENTIAL_FORM_UNKNOWN, parts(searched) + " parts instead of 3");
    }

    private static long parts(String text) {
        return 1 + text.chars().filter(each -> each == '.').count();
    }

    static Checked<SecuredCredential> refused(CredentialCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
