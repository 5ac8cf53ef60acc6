package org.entente.api.webhook;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.api.settings.DerivedSecret;
import org.entente.api.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/**
 * Signs messages (Standard Webhooks 1.0, signature scheme {@code v1a}). Keys are derived from the member's secret for ids
 * under a label of each, so that all instances have the same and none is stored. While a new key takes over from the one
 * before, both sign.
 */
@Component
class WebhookSigner {
    private static final String LABEL = "entente webhook ed25519 ";

    private final InstanceSettings settings;
    private final WebhookKeyStore keys;
    private final InstantSource clock;

    WebhookSigner(InstanceSettings settings, WebhookKeyStore keys, InstantSource clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    private Ed25519PrivateKeyParameters secret(WebhookKey key) {
        return new Ed25519PrivateKeyParameters(new DerivedSecret(settings, LABEL + key.generation()).bytes(), 0);
    }

    /** With what receivers verify: {@code whpk_} and the raw key in base64. */
    String publicKey(WebhookKey key) {
        return "whpk_"
                + Base64.getEncoder()
                        .encodeToString(secret(key).generatePublicKey().getEncoded());
    }

    /** Of all keys that sign now, newest first. */
    List<String> publicKeys() {
        return signing().stream().map(this::publicKey).toList();
    }

    private List<WebhookKey> signing() {
        return keys.all().stream().filter(key -> key.signs(clock.instant())).toList();
    }

    /** The header {@code webhook-signature}: one signature for each key, newest first, separated by spaces. */
    String sign(String id, long timestamp, String body) {
        byte[] content = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return signing().stream().map(key -> "v1a," + sign(key, content)).collect(Collectors.joining(" "));
    }

    private String sign(WebhookKey key, byte[] content) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret(key));
        signer.update(content, 0, content.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }
}
