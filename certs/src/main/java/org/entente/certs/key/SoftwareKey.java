package org.entente.certs.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.entente.certs.x509.Pem;

/** A signing key whose private half stands in this process and can be written to a file. */
public final class SoftwareKey implements SigningKey {
    private static final byte[] PROBE =
            "does the public key belong to the private one?".getBytes(StandardCharsets.US_ASCII);
    private static final String LABEL = "PRIVATE KEY";

    private final KeyAlgorithm algorithm;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final byte[] spki;
    private final String keyId;

    private SoftwareKey(KeyAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey, byte[] spki) {
        this.algorithm = algorithm;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.spki = spki;
        this.keyId = EcdsaP256.keyId(spki);
    }

    /**
     * A new key.
     *
     * @return a random P-256 key pair
     */
    public static SoftwareKey generate() {
        return generate(KeyAlgorithm.P256);
    }

    /**
     * A new key.
     *
     * @param algorithm of what kind
     * @return a random key pair
     */
    public static SoftwareKey generate(KeyAlgorithm algorithm) {
        KeyPair pair = switch (algorithm) {
            case P256 -> EngineChoice.CHOSEN.generate();
            case ED25519 -> EngineChoice.CHOSEN_ED25519.generate();
        };
        return of(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded())
                .orElseThrow(() ->
                        new IllegalStateException("the provider made a key of " + algorithm + " that it cannot read"));
    }

    /**
     * A key from its two encodings.
     *
     * @param pkcs8 the private half, PKCS#8 DER
     * @param spki the public half, SubjectPublicKeyInfo DER
     * @return the key, or empty when the bytes are no P-256 or Ed25519 keys or do not belong together
     */
    public static Optional<SoftwareKey> of(byte[] pkcs8, byte[] spki) {
        return KeyAlgorithm.ofSpki(spki).flatMap(algorithm -> {
            try {
                return switch (algorithm) {
                    case P256 -> ofP256(pkcs8, spki);
                    case ED25519 -> ofEd25519(pkcs8, spki);
                };
            } catch (GeneralSecurityException | RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<SoftwareKey> ofP256(byte[] pkcs8, byte[] spki) throws GeneralSecurityException {
        EcdsaEngine engine = EngineChoice.CHOSEN;
        PrivateKey privateKey = engine.privateKey(pkcs8);
        return engine.publicKey(spki)
                .filter(key -> engine.verifies(spki, PROBE, engine.sign(privateKey, PROBE)))
                .map(key -> new SoftwareKey(KeyAlgorithm.P256, privateKey, key, spki.clone()));
    }

    private static Optional<SoftwareKey> ofEd25519(byte[] pkcs8, byte[] spki) throws GeneralSecurityException {
        Ed25519Engine engine = EngineChoice.CHOSEN_ED25519;
        PrivateKey privateKey = engine.privateKey(pkcs8);
        return engine.publicKey(spki)
                .filter(key -> engine.verifies(spki, PROBE, engine.sign(privateKey, PROBE)))
                .map(key -> new SoftwareKey(KeyAlgorithm.ED25519, privateKey, key, spki.clone()));
    }

    /**
     * A key from a PEM file and its certificate's public half.
     *
     * @param pem one {@code PRIVATE KEY} block (PKCS#8, unencrypted)
     * @param spki the public half, SubjectPublicKeyInfo DER
     * @return the key, or empty
     */
    public static Optional<SoftwareKey> ofPem(byte[] pem, byte[] spki) {
        return Pem.decode(LABEL, pem).flatMap(pkcs8 -> of(pkcs8, spki));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] publicKeySpki() {
        return spki.clone();
    }

    @Override
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public byte[] sign(byte[] data) {
        return switch (algorithm) {
            case P256 -> EngineChoice.CHOSEN.sign(privateKey, data);
            case ED25519 -> EngineChoice.CHOSEN_ED25519.sign(privateKey, data);
        };
    }

    /**
     * The private half as the JDK's own kind of key, which TLS and other code that speaks JCA can use. A secret.
     *
     * @return a key that encodes as PKCS#8
     */
    public PrivateKey privateKey() {
        try {
            String name = algorithm == KeyAlgorithm.P256 ? "EC" : "Ed25519";
            return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(privateKey.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK reads P-256 and Ed25519 keys", e);
        }
    }

    /**
     * The private half as Fabric's own key store holds it. A secret.
     *
     * @return one {@code PRIVATE KEY} block, unencrypted
     */
    public byte[] privateKeyPem() {
        return Pem.encode(LABEL, privateKey.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** The key's name only: nothing secret gets into a log. */
    @Override
    public String toString() {
        return "SoftwareKey[" + keyId() + "]";
    }
}
