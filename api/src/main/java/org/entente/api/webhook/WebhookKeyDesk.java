package org.entente.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.webhook.WebhookViews.KeyView;
import org.entente.model.finding.Finding;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where an administrator changes the key with which messages are signed. For a time the new key and the one before both
 * sign, so that receivers can change over one after the other and refuse nothing meanwhile.
 */
@Component
public class WebhookKeyDesk {
    private static final long USUAL_HOURS = 168;
    private static final long MOST_HOURS = 2_160;

    private final WebhookKeyStore keys;
    private final WebhookSigner signer;
    private final Writes writes;
    private final Audit audit;
    private final InstantSource clock;

    WebhookKeyDesk(WebhookKeyStore keys, WebhookSigner signer, Writes writes, Audit audit, InstantSource clock) {
        this.keys = keys;
        this.signer = signer;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All keys that ever signed.
     *
     * @return newest first
     */
    public List<KeyView> all() {
        return keys.all().stream().map(this::view).toList();
    }

    private KeyView view(WebhookKey key) {
        return new KeyView(
                key.generation(),
                signer.publicKey(key),
                key.madeAt(),
                key.signsUntil().orElse(null),
                key.signs(clock.instant()));
    }

    /**
     * Makes a new key, which signs from now on; the one before goes on for some time.
     *
     * @param write the administrator's request
     * @param body {@code overlapHours}, which may be left out; 0 ends the key before at once
     * @return the new key
     * @throws Refusal while another change is going on
     */
    public ResponseEntity<byte[]> rotate(Write write, JsonBody body) {
        Duration overlap = Duration.ofHours(body.read((in, findings) ->
                in.has("overlapHours") ? in.integer("overlapHours", 0, MOST_HOURS) : Optional.of(USUAL_HOURS)));
        return writes.once(write, () -> () -> {
            List<WebhookKey> held = keys.hold();
            Instant now = now();
            WebhookKey before = held.getFirst();
            if (held.stream().skip(1).anyMatch(key -> key.signs(now))) {
                throw refused(WebhookCode.WEBHOOK_KEYS_OVERLAP);
            }
            int next = before.generation() + 1;
            keys.end(before.generation(), now.plus(overlap));
            keys.add(next, write.caller().account(), now);
            audit.note(
                    write.caller(),
                    "webhook-key.made",
                    String.valueOf(next),
                    "the one before signs until " + now.plus(overlap));
            return Reply.created("/v1/webhook-keys", next, view(new WebhookKey(next, now, Optional.empty())));
        });
    }

    /**
     * Ends a key at once, before its time.
     *
     * @param write the administrator's request
     * @param generation its number
     * @return the key
     * @throws Refusal if there is none, or if it is the newest
     */
    public ResponseEntity<byte[]> retire(Write write, int generation) {
        return writes.once(write, () -> () -> {
            List<WebhookKey> held = keys.hold();
            if (held.getFirst().generation() == generation) {
                throw refused(WebhookCode.WEBHOOK_KEY_NEWEST);
            }
            if (held.stream().noneMatch(key -> key.generation() == generation)) {
                throw Refusal.unknown();
            }
            keys.end(generation, now());
            audit.note(write.caller(), "webhook-key.retired", String.valueOf(generation), "");
            KeyView ended = all().stream()
                    .filter(key -> key.generation() == generation)
                    .findFirst()
                    .orElseThrow(Refusal::unknown);
            return new Reply(200, Optional.empty(), Optional.empty(), ended);
        });
    }

    private static Refusal refused(WebhookCode code) {
        return Refusal.of(ApiCode.REQUEST_REFUSED, Finding.of(code, "", ""));
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
