package org.entente.model.sample;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.SignatureCheck;

/** P-256 keys of the JDK, as a signer and a check. */
public final class Keys {
    private static final BigInteger HALF_ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16).shiftRight(1);

    private Keys() {}

    /** A new key. */
    public static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The example key of RFC 6979 appendix A.2.5, known to everybody and so good for golden files only. */
    public static KeyPair wellKnown() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory factory = KeyFactory.getInstance("EC");
            PublicKey open = factory.generatePublic(new ECPublicKeySpec(
                    new ECPoint(
                            new BigInteger("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6", 16),
                            new BigInteger("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299", 16)),
                    p256));
            PrivateKey secret = factory.generatePrivate(new ECPrivateKeySpec(
                    new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16), p256));
            return new KeyPair(open, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signer with a key. */
    public static BatchSigner signer(String keyId, KeyPair key) {
        return new BatchSigner() {
            @Override
            public String keyId() {
                return keyId;
            }

            @Override
            public byte[] sign(byte[] data) {
                try {
                    Signature signature = Signature.getInstance("SHA256withECDSA");
                    signature.initSign(key.getPrivate());
                    byte[] der;
                    do {
                        signature.update(data);
                        der = signature.sign();
                    } while (!hasLowS(der));
                    return der;
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** Half of all signatures: the JDK does not choose. */
    private static boolean hasLowS(byte[] der) {
        int atS = 4 + der[3] + 2;
        return new BigInteger(1, Arrays.copyOfRange(der, atS, der.length)).compareTo(HALF_ORDER) <= 0;
    }

    /** Verifies with the JDK. Does not look at low S, which is the business of the real check. */
    public static SignatureCheck check() {
        return (spki, data, derSignature) -> {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
                signature.update(data);
                return signature.verify(derSignature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        };
    }
}
