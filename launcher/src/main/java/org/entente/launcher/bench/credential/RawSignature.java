package org.entente.launcher.bench.credential;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.Ed25519;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SoftwareKey;

/** The bare signature of the provider that the product chose, asked directly: nothing of Entente around it. */
final class RawSignature {
    private final Provider provider;
    private final String algorithm;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    RawSignature(SoftwareKey key) {
        boolean p256 = key.algorithm() == KeyAlgorithm.P256;
        this.provider = provider(p256 ? EcdsaP256.provider() : Ed25519.provider());
        this.algorithm = p256 ? "SHA256withECDSA" : "Ed25519";
        try {
            KeyFactory keys = KeyFactory.getInstance(p256 ? "EC" : "Ed25519", provider);
            this.privateKey = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(key.privateKey().getEncoded()));
            this.publicKey = keys.generatePublic(new X509EncodedKeySpec(key.publicKeySpki()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName() + " does not read the key", e);
        }
    }

    String provider() {
        return provider.getName() + " " + provider.getVersionStr();
    }

    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] data, byte[] made) {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initVerify(publicKey);
            signature.update(data);
            return signature.verify(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The object that the product uses, or one like it: the JVM's list of providers has neither. */
    private static Provider provider(String name) {
        if (name.equals(BouncyCastleProvider.PROVIDER_NAME)) {
            return new BouncyCastleProvider();
        }
        try {
            Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            return (Provider) type.getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the provider " + name + " is not known here", e);
        }
    }
}
