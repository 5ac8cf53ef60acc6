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
import org.entente.certs.cache.BoundedCache;

/** ECDSA on P-256 with SHA-256 through one provider, given as an object: the JVM's list of providers stays as it is. */
final class EcdsaEngine {
    private static final String ALGORITHM = "SHA256withECDSA";

    private final Provider provider;
    private final BoundedCache<ByteBuffer, PublicKey> parsed = new BoundedCache<>(1024);

    EcdsaEngine(Provider provider) {
        this.provider = provider;
    }

    String name() {
        return provider.getName();
    }

    Provider provider() {
        return provider;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " cannot generate P-256 keys", e);
        }
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** Empty unless the bytes are the one accepted encoding of a point on the curve. */
    Optional<PublicKey> publicKey(byte[] spki) {
        if (KeyAlgorithm.ofSpki(spki).filter(KeyAlgorithm.P256::equals).isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer name = ByteBuffer.wrap(spki.clone());
        Optional<PublicKey> known = parsed.get(name);
        if (known.isPresent()) {
            return known;
        }
        try {
            PublicKey key = KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(spki));
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
            return EcdsaSignature.parse(signature.sign()).orElseThrow().low().der();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " cannot sign", e);
        }
    }

    boolean verifies(byte[] spki, byte[] data, byte[] derSignature) {
        if (EcdsaSignature.parse(derSignature).filter(EcdsaSignature::isLow).isEmpty()) {
            return false;
        }
        return publicKey(spki).filter(key -> verifies(key, data, derSignature)).isPresent();
    }

    private boolean verifies(PublicKey key, byte[] data, byte[] derSignature) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM, provider);
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(derSignature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // a provider that cannot judge a signature has not found it good
            return false;
        }
    }
}
