package org.entente.api.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that follow from the member's secret for ids (HMAC-SHA256 under a label of each purpose), so that all instances
 * have the same and none is stored.
 */
public final class DerivedSecret {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * The secret of a purpose.
     *
     * @param settings of the instance
     * @param purpose in ASCII; another purpose has another secret
     */
    public DerivedSecret(InstanceSettings settings, String purpose) {
        byte[] secret = HexFormat.of().parseHex(settings.node().idSecret());
        byte[] derived =
                authenticate(new SecretKeySpec(secret, ALGORITHM), purpose.getBytes(StandardCharsets.US_ASCII));
        this.key = new SecretKeySpec(derived, ALGORITHM);
    }

    /**
     * The secret itself.
     *
     * @return 32 bytes
     */
    public byte[] bytes() {
        return key.getEncoded();
    }

    /**
     * What nobody without the secret can compute or try out.
     *
     * @param content anything
     * @return its HMAC-SHA256 (RFC 2104), 32 bytes
     */
    public byte[] authenticate(byte[] content) {
        return authenticate(key, content);
    }

    private static byte[] authenticate(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
