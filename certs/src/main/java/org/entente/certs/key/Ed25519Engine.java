package org.entente.certs.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;

/** Ed25519 (RFC 8032). */
final class Ed25519Engine {
    private static final int SIGNATURE_LENGTH = 64;

    private final ProviderSignatures signatures;

    Ed25519Engine(Provider provider) {
        this.signatures = new ProviderSignatures(KeyAlgorithm.ED25519, provider);
    }

    String name() {
        return signatures.provider().getName();
    }

    KeyPair generate() {
        return signatures.generate();
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return signatures.privateKey(pkcs8);
    }

    Optional<PublicKey> publicKey(byte[] spki) {
        return signatures.publicKey(spki);
    }

    byte[] sign(PrivateKey key, byte[] data) {
        return signatures.sign(key, data);
    }

    boolean verifies(byte[] spki, byte[] data, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH && signatures.verifies(spki, data, signature);
    }

    /** A provider may lack Ed25519, or have it without what it needs: only a signature shows. */
    boolean works() {
        try {
            byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
            KeyPair pair = generate();
            PrivateKey again = privateKey(pair.getPrivate().getEncoded());
            return verifies(pair.getPublic().getEncoded(), probe, sign(again, probe));
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            return false;
        }
    }
}
