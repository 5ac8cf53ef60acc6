package org.entente.certs.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.entente.certs.cache.BoundedCache;

/** Keys and signatures of one algorithm through one provider, given as an object: the JVM's list stays as it is. */
final class ProviderSignatures {
    private static final int MOST_IDLE = 16;

    private final KeyAlgorithm algorithm;
    private final Provider provider;
    private final BoundedCache<ByteBuffer, PublicKey> parsed = new BoundedCache<>(1024);

    /** Making one took a thirtieth of a signature. Each is started anew for its next key; one that failed is dropped. */
    private final Queue<Signature> idle = new ArrayBlockingQueue<>(MOST_IDLE);

    ProviderSignatures(KeyAlgorithm algorithm, Provider provider) {
        this.algorithm = algorithm;
        this.provider = provider;
    }

    Provider provider() {
        return provider;
    }

    private String keys() {
        return switch (algorithm) {
            case P256 -> "EC";
            case ED25519 -> "Ed25519";
        };
    }

    private Signature signature() throws GeneralSecurityException {
        Signature known = idle.poll();
        return known == null ? made() : known;
    }

    private Signature made() throws GeneralSecurityException {
        return switch (algorithm) {
            case P256 -> Signature.getInstance("SHA256withECDSA", provider);
            case ED25519 -> Signature.getInstance("Ed25519", provider);
        };
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys(), provider);
            if (algorithm == KeyAlgorithm.P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " cannot generate keys of " + algorithm, e);
        }
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(keys(), provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Empty unless the bytes are the one accepted encoding of a key of this algorithm. */
    Optional<PublicKey> publicKey(byte[] spki) {
        if (KeyAlgorithm.ofSpki(spki).filter(algorithm::equals).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer name = ByteBuffer.wrap(spki.clone());
        Optional<PublicKey> known = parsed.get(name);
        if (known.isPresent()) {
            return known;
        }
        try {
            PublicKey key = KeyFactory.getInstance(keys(), provider).generatePublic(new X509EncodedKeySpec(spki));
            parsed.put(name, key);
            return Optional.of(key);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    byte[] sign(PrivateKey key, byte[] data) {
        try {
            Signature signature = signature();
            signature.initSign(key);
            signature.update(data);
            byte[] signed = signature.sign();
            idle.offer(signature);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " cannot sign", e);
        }
    }

    boolean verifies(byte[] spki, byte[] data, byte[] given) {
        return publicKey(spki).filter(key -> verifies(key, data, given)).isPresent();
    }

    private boolean verifies(PublicKey key, byte[] data, byte[] given) {
        try {
            Signature signature = signature();
            signature.initVerify(key);
            signature.update(data);
            boolean good = signature.verify(given);
            idle.offer(signature);
            return good;
        } catch (GeneralSecurityException | RuntimeException e) {
            // a provider that cannot judge a signature has not found it good
            return false;
        }
    }
}
