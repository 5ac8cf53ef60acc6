package org.entente.api.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.api.settings.DerivedSecret;
import org.entente.api.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/**
 * Signs messages (Standard Webhooks 1.0, signature scheme {@code v1a}). The key is derived from the member's secret for ids
 * under a label of its own, so that all instances have the same and none is stored.
 */
@Component
class WebhookSigner {
    private static final String LABEL = "entente webhook ed25519 1";

    private final Ed25519PrivateKeyParameters key;

    WebhookSigner(InstanceSettings settings) {
        this.key = new Ed25519PrivateKeyParameters(new DerivedSecret(settings, LABEL).bytes(), 0);
    }

    /** With what receivers verify: {@code whpk_} and the raw key in base64. */
    String publicKey() {
        return "whpk_"
                + Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    /** The header {@code webhook-signature}. */
    String sign(String id, long timestamp, String body) {
        byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(content, 0, content.length);
        return "v1a," + Base64.getEncoder().encodeToString(signer.generateSignature());
    }
}
