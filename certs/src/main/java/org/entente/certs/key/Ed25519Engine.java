package org.entente.certs.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.entente.certs.cache.BoundedCache;

/** Ed25519 (RFC 8032) through one provider, given as an object: the JVM's list of providers stays as it is. */
final class Ed25519Engine {
    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_LENGTH = 64;

    private final Provider provider;
    private final BoundedCache<ByteBuffer, PublicKey> parsed = new BoundedCache<>(1024);

    Ed25519Engine(Provider provider) {
        this.provider = provider;
    }

    String name() {
        return provider.getName();
    }

    KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM, provider).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " cannot generate Ed25519 keys", e);
        }
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM, provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    Optional<PublicKey> publicKey(byte[] spki) {
        if (KeyAlgorithm.ofSpki(spki).filter(KeyAlgorithm.ED25519::equals).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer name = ByteBuffer.wrap(spki.clone());
        Optional<PublicKey> known = parsed.get(name);
        if (known.isPresent()) {
            return known;
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM, provider).generatePublic(new X509EncodedKeySpec(spki));
            parsed.put(name, key);
            return Optional.of(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    byte[] sign(PrivateKey key, byte[] data) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " cannot sign", e);
        }
    }

    boolean verifies(byte[] spki, byte[] data, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH
                && publicKey(spki).filter(key -> verifies(key, data, signature)).isPresent();
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

    private boolean verifies(PublicKey key, byte[] data, byte[] given) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, provider);
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(given);
        } catch (GeneralSecurityException | RuntimeException e) {
            // a provider that cannot judge a signature has not found it good
            return false;
        }
    }
}
