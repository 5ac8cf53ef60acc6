package org.entente.api.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.event.Event;
import org.entente.api.event.EventStore;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.outbound.Outbound;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.webhook.WebhookViews.Asked;
import org.entente.api.webhook.WebhookViews.EndpointView;
import org.entente.model.finding.Finding;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where administrators look after endpoints. */
@Component
public class WebhookDesk {
    private static final int MOST = 5_000;

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final AccountStore accounts;
    private final Outbound outbound;
    private final WebhookSigner signer;
    private final Writes writes;
    private final Audit audit;
    private final InstantSource clock;

    WebhookDesk(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            EventStore events,
            AccountStore accounts,
            Outbound outbound,
            WebhookSigner signer,
            Writes writes,
            Audit audit,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.events = events;
        this.accounts = accounts;
        this.outbound = outbound;
        this.signer = signer;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers a system that is told of events from now on.
     *
     * @param write the administrator's request
     * @param body {@code url}, {@code organisation} or {@code officers}, and {@code types}
     * @return the endpoint
     * @throws Refusal with every finding
     */
    public ResponseEntity<byte[]> add(Write write, JsonBody body) {
        EndpointForm form = body.read((in, findings) -> EndpointForm.read(in, findings, outbound::mayCall));
        return writes.once(write, () -> () -> {
            if (form.organisation().isPresent()
                    && form.organisation().flatMap(accounts::organisation).isEmpty()) {
                throw refused(WebhookCode.WEBHOOK_ORGANISATION_UNKNOWN, "/organisation");
            }
            Endpoint made = endpoints.add(form, events.newest(), write.caller().account(), now());
            audit.note(write.caller(), "webhook.added", made.id().toString(), made.place());
            return Reply.created("/v1/webhooks/" + made.id(), made.version(), view(made));
        });
    }

    /**
     * Lets an endpoint rest, or tells it again: of what happened meanwhile too.
     *
     * @param write the administrator's request, with the version that was read
     * @param id of the endpoint
     * @param body {@code state}, ACTIVE or PAUSED
     * @return the endpoint
     * @throws Refusal if there is none, or another version
     */
    public ResponseEntity<byte[]> change(Write write, UUID id, JsonBody body) {
        Endpoint.State state = body.read((in, findings) -> in.parsed("state", "ACTIVE or PAUSED", WebhookDesk::wanted));
        return writes.once(write, () -> () -> {
            Endpoint held = held(write, id);
            endpoints.change(held.id(), state, Optional.empty());
            audit.note(write.caller(), "webhook.changed", id.toString(), state.name());
            Endpoint next = endpoints.find(id).orElseThrow(Refusal::unknown);
            return Reply.changed(next.version(), view(next));
        });
    }

    private static Endpoint.State wanted(String text) {
        return Optional.of(Endpoint.State.valueOf(text))
                .filter(state -> state != Endpoint.State.DISABLED)
                .orElseThrow(IllegalArgumentException::new);
    }

    /**
     * Forgets an endpoint and its log.
     *
     * @param write the administrator's request, with the version that was read
     * @param id of the endpoint
     * @return the endpoint as it was
     * @throws Refusal if there is none, or another version
     */
    public ResponseEntity<byte[]> remove(Write write, UUID id) {
        return writes.once(write, () -> () -> {
            Endpoint held = held(write, id);
            endpoints.remove(held.id());
            audit.note(write.caller(), "webhook.removed", id.toString(), held.place());
            return Reply.changed(held.version(), view(held));
        });
    }

    /**
     * Sends a message that only shows whether messages arrive.
     *
     * @param write the administrator's request
     * @param id of the endpoint
     * @return how many messages will be sent
     * @throws Refusal if there is none
     */
    public ResponseEntity<byte[]> ping(Write write, UUID id) {
        return writes.once(write, () -> () -> {
            Endpoint endpoint = endpoints.hold(id).orElseThrow(Refusal::unknown);
            Instant now = now();
            deliveries.add(endpoint.id(), UUID.randomUUID(), WebhookMessage.PING, WebhookMessage.ping(now), now, false);
            return Reply.accepted(new Asked(1));
        });
    }

    /**
     * Sends again what was sent, under the same {@code webhook-id}.
     *
     * @param write the administrator's request
     * @param id of the endpoint
     * @param body {@code event}, or {@code from} and {@code until}
     * @return how many messages will be sent
     * @throws Refusal if there is no such endpoint or event, or if there are too many
     */
    public ResponseEntity<byte[]> replay(Write write, UUID id, JsonBody body) {
        ReplayForm form = body.read(ReplayForm::read);
        return writes.once(write, () -> () -> {
            Endpoint endpoint = endpoints.hold(id).orElseThrow(Refusal::unknown);
            List<Event> again = events.between(past(endpoint, form), MOST + 1);
            if (form.event().isPresent() && again.isEmpty()) {
                throw Refusal.unknown();
            }
            if (again.size() > MOST) {
                throw refused(WebhookCode.WEBHOOK_REPLAY_TOO_LONG, "/from");
            }
            Instant now = now();
            again.forEach(event ->
                    deliveries.add(endpoint.id(), event.id(), event.type(), WebhookMessage.of(event), now, true));
            audit.note(write.caller(), "webhook.replayed", id.toString(), again.size() + " messages");
            return Reply.accepted(new Asked(again.size()));
        });
    }

    private EventStore.Past past(Endpoint endpoint, ReplayForm form) {
        return new EventStore.Past(
                endpoint.scope(),
                endpoint.types(),
                form.event(),
                form.from().orElse(Instant.EPOCH),
                form.until().orElseGet(this::now),
                endpoint.position());
    }

    private static Refusal refused(WebhookCode code, String pointer) {
        return Refusal.of(ApiCode.REQUEST_REFUSED, Finding.of(code, pointer, ""));
    }

    private Endpoint held(Write write, UUID id) {
        Endpoint held = endpoints.hold(id).orElseThrow(Refusal::unknown);
        write.requireVersion(held.version());
        return held;
    }

    private EndpointView view(Endpoint endpoint) {
        return EndpointView.of(endpoint, signer.publicKeys());
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
