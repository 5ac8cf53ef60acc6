package org.entente.certs.credential.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.Ed25519;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as it was read: its claims, and the signature over them, not yet verified.
 *
 * @param securing how it is secured
 * @param document the claims without the proof; must not be changed
 * @param canonical the claims as canonical JSON, where they arrived like that; must not be changed
 * @param key the key that is said to have signed
 * @param signedAt when it is said to have been signed
 * @param signatureUntil last moment of the signature itself, if its maker set one
 * @param signedBytes what was signed; with a Data Integrity proof the digest of the proof, then that of the document
 * @param signature 64 bytes
 */
public record SecuredCredential(
        Securing securing,
        ObjectNode document,
        Optional<byte[]> canonical,
        KeyAddress key,
        Optional<Instant> signedAt,
        Optional<Instant> signatureUntil,
        byte[] signedBytes,
        byte[] signature) {
    /** The longest credential in bytes, whatever secures it. */
    public static final int MAX_BYTES = 1024 * 1024;

    /**
     * Whether a key made the signature. Never throws. Either half of an ECDSA signature's s is accepted: the standards
     * allow both, and what names a credential is the digest of its content.
     *
     * @param spki a public key as SubjectPublicKeyInfo, DER
     * @return true only for a good signature by this key, which must be of the algorithm that the securing fixes
     */
    public boolean isSignedBy(byte[] spki) {
        if (!KeyAlgorithm.ofSpki(spki).equals(Optional.of(securing.algorithm()))) {
            return false;
        }
        return switch (securing.algorithm()) {
            case P256 -> EcdsaP256.verifiesFixedWidth(spki, signedBytes, signature);
            case ED25519 -> Ed25519.verifies(spki, signedBytes, signature);
        };
    }

    /**
     * What names the content, whatever secures it.
     *
     * @return SHA-256 of the claims as canonical JSON (RFC 8785)
     */
    public Digest contentDigest() {
        return securing == Securing.VC_JWT
                ? Digest.of(canonical.orElseGet(() -> CanonicalJson.bytes(document)))
                : Digest.ofRaw(Arrays.copyOfRange(signedBytes, signedBytes.length / 2, signedBytes.length));
    }
}
