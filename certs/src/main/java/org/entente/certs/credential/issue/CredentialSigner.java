package org.entente.certs.credential.issue;

import java.time.Instant;
import java.util.Optional;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.integrity.DataIntegrity;
import org.entente.certs.credential.jose.VcJwt;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.key.SigningKey;
import org.entente.model.json.CanonicalObject;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secures credentials and status lists in the name of one issuer, with keys that may stand behind an HSM. Safe for use by
 * many threads if the keys are.
 */
public final class CredentialSigner {
    private final SigningKey key;
    private final Optional<SigningKey> secondKey;
    private final KeyAddress jwk;
    private final KeyAddress multikey;
    private final Optional<KeyAddress> secondMultikey;

    /**
     * A signer.
     *
     * @param did the issuer's DID
     * @param key the P-256 credential key that the issuer has published
     * @param secondKey its Ed25519 credential key, for {@link Securing#EDDSA_JCS_2022}
     */
    public CredentialSigner(String did, SigningKey key, Optional<SigningKey> secondKey) {
        this.key = key;
        this.secondKey = secondKey;
        this.jwk = KeyAddress.jwk(did, key.keyId());
        this.multikey = KeyAddress.multikey(did, key.keyId());
        this.secondMultikey = secondKey.map(each -> KeyAddress.multikey(did, each.keyId()));
        if (key.algorithm() != Securing.VC_JWT.algorithm()
                || secondKey
                        .filter(each -> each.algorithm() != Securing.EDDSA_JCS_2022.algorithm())
                        .isPresent()) {
            throw new IllegalArgumentException("a P-256 key, and an Ed25519 key if there is a second");
        }
    }

    /**
     * Secures a document.
     *
     * @param document the claims, without a proof
     * @param securing how
     * @param now the time of signing
     * @return a compact JWS in ASCII, or canonical JSON with a proof
     * @throws IllegalStateException if there is no key of the algorithm that the securing needs
     */
    public byte[] secure(ObjectNode document, Securing securing, Instant now) {
        return secure(CanonicalObject.of(document), securing, now);
    }

    /**
     * Like {@link #secure(ObjectNode, Securing, Instant)}, for claims that are in canonical form already.
     *
     * @param document the claims, without a proof
     * @param securing how
     * @param now the time of signing
     * @return a compact JWS in ASCII, or canonical JSON with a proof
     * @throws IllegalStateException if there is no key of the algorithm that the securing needs
     */
    public byte[] secure(CanonicalObject document, Securing securing, Instant now) {
        return switch (securing) {
            case VC_JWT -> VcJwt.secure(document.bytes(), key, jwk, now);
            case ECDSA_JCS_2019 -> DataIntegrity.secure(document, key, multikey, now, Optional.empty());
            case EDDSA_JCS_2022 ->
                DataIntegrity.secure(
                        document,
                        secondKey.orElseThrow(() -> new IllegalStateException("no Ed25519 key to sign with")),
                        secondMultikey.orElseThrow(),
                        now,
                        Optional.empty());
        };
    }
}
