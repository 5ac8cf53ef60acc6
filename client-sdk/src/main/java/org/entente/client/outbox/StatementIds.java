package org.entente.client.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.model.statement.StatementId;

/**
 * Makes statement ids: HMAC-SHA256 under the member's secret (architecture rule 11), so that one request always has one id
 * and nobody outside can guess it. All instances of a member share the secret, and it never changes.
 */
public final class StatementIds {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_SECRET = 32;

    private final SecretKeySpec secret;

    /**
     * Under a secret.
     *
     * @param secret at least 32 bytes
     * @throws IllegalArgumentException if it is shorter
     */
    public StatementIds(byte[] secret) {
        if (secret.length < LEAST_SECRET) {
            throw new IllegalArgumentException("the secret has at least " + LEAST_SECRET + " bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The id of a request.
     *
     * @param request the request
     * @return its id; each part is preceded by its length, so that no two requests are the same bytes
     */
    public StatementId of(StatementRequest request) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : new String[] {request.client(), request.route(), request.key()}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return new StatementId(HexFormat.of().formatHex(mac.doFinal()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
