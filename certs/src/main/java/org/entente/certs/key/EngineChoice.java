package org.entente.certs.key;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Provider;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Chooses the provider once. Measured on one core of a 2-core x86-64 virtual machine, JDK 25, 1 kB messages:
 * <pre>
 *                                 sign/s  verify/s
 * AmazonCorrettoCryptoProvider    68,000    21,000
 * BouncyCastle 1.87               14,700    15,900
 * SunEC (the JDK's own)            8,200     2,700
 * </pre>
 */
final class EngineChoice {
    /** Set to {@code BC} to keep native code out of the process. */
    static final String PROPERTY = "entente.certs.provider";

    /** The provider's own property (its README, "Configuration"). */
    private static final String ED25519_KEYS = "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

    static final EcdsaEngine CHOSEN = choose(System.getProperty(PROPERTY, ""));

    /** Of the same provider where that has Ed25519, else BouncyCastle. */
    static final Ed25519Engine CHOSEN_ED25519 = ed25519(CHOSEN.provider());

    private EngineChoice() {}

    static EcdsaEngine choose(String wish) {
        return wish.equals(BouncyCastleProvider.PROVIDER_NAME)
                ? pureJava()
                : corretto().orElseGet(EngineChoice::pureJava);
    }

    static Ed25519Engine ed25519(Provider provider) {
        Ed25519Engine engine = new Ed25519Engine(provider);
        return engine.works() ? engine : new Ed25519Engine(new BouncyCastleProvider());
    }

    private static EcdsaEngine pureJava() {
        return new EcdsaEngine(new BouncyCastleProvider());
    }

    /**
     * Found by name, because its jar exists for some platforms only. Unless it is asked before it is loaded, it reads no
     * Ed25519 keys, and so could make none of its fast Ed25519 signatures here.
     */
    private static Optional<EcdsaEngine> corretto() {
        try {
            if (System.getProperty(ED25519_KEYS) == null) {
                System.setProperty(ED25519_KEYS, "true");
            }
            Class<?> type = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            return Optional.of(new EcdsaEngine(provider)).filter(EngineChoice::works);
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Without its native library the provider is there, yet offers nothing: only a signature shows. */
    private static boolean works(EcdsaEngine engine) {
        try {
            byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
            KeyPair pair = engine.generate();
            return engine.verifies(pair.getPublic().getEncoded(), probe, engine.sign(pair.getPrivate(), probe));
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }
}
