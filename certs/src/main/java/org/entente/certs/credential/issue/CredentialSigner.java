package org.entente.certs.credential.issue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.integrity.DataIntegrity;
import org.entente.certs.credential.jose.VcJwt;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.key.SigningKey;
import org.entente.model.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secures credentials and status lists in the name of one issuer, with keys that may stand behind an HSM. Safe for use by
 * many threads if the keys are.
 */
public final class CredentialSigner {
    private final String did;
    private final SigningKey key;
    private final Optional<SigningKey> secondKey;

    /**
     * A signer.
     *
     * @param did the issuer's DID
     * @param key the P-256 credential key that the issuer has published
     * @param secondKey its Ed25519 credential key, for {@link Securing#EDDSA_JCS_2022}
     */
    public CredentialSigner(String did, SigningKey key, Optional<SigningKey> secondKey) {
        this.did = did;
        this.key = key;
        this.secondKey = secondKey;
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
        return switch (securing) {
            case VC_JWT ->
                VcJwt.sign(document, key, KeyAddress.jwk(did, key.keyId()), now).getBytes(StandardCharsets.US_ASCII);
            case ECDSA_JCS_2019 -> withProof(document, key, now);
            case EDDSA_JCS_2022 ->
                withProof(
                        document,
                        secondKey.orElseThrow(() -> new IllegalStateException("no Ed25519 key to sign with")),
                        now);
        };
    }

    private byte[] withProof(ObjectNode document, SigningKey signing, Instant now) {
        return CanonicalJson.bytes(DataIntegrity.sign(
                document, signing, KeyAddress.multikey(did, signing.keyId()), now, Optional.empty()));
    }
}
