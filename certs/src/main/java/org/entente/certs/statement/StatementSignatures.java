package org.entente.certs.statement;

import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SigningKey;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.SignatureCheck;

/** Signs and checks batch headers with the keys of this module; {@code model} itself knows no cryptography. */
public final class StatementSignatures {
    private static final SignatureCheck CHECK = EcdsaP256::verifies;

    private StatementSignatures() {}

    /**
     * Signs batches with a key.
     *
     * @param key in a file or behind an HSM
     * @return a signer under that key's id; safe for use by many threads
     * @throws IllegalArgumentException if the key is not on P-256
     */
    public static BatchSigner signer(SigningKey key) {
        if (key.algorithm() != KeyAlgorithm.P256) {
            throw new IllegalArgumentException("batches are signed on P-256");
        }
        return new KeySigner(key.keyId(), key);
    }

    /**
     * Checks batch signatures.
     *
     * @return {@link EcdsaP256#verifies}: never throws, safe for use by many threads
     */
    public static SignatureCheck check() {
        return CHECK;
    }

    /** The id is computed once: a batch carries it in every header. */
    private record KeySigner(String keyId, SigningKey key) implements BatchSigner {
        @Override
        public byte[] sign(byte[] headerBytes) {
            return key.sign(headerBytes);
        }
    }
}
