package org.entente.api.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.audit.Audit;
import org.entente.api.event.Event;
import org.entente.api.event.EventStore;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.webhook.WebhookViews.Asked;
import org.entente.api.webhook.WebhookViews.EndpointView;
import org.entente.model.finding.Finding;
import org.springframework.stereotype.Component;

/** Where administrators look after endpoints. */
@Component
class WebhookDesk {
    private static final int MOST = 5_000;

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final EventStore events;
    private final AccountStore accounts;
    private final WebhookSigner signer;
    private final Audit audit;
    private final InstantSource clock;

    WebhookDesk(
            EndpointStore endpoints,
            DeliveryStore deliveries,
            EventStore events,
            AccountStore accounts,
            WebhookSigner signer,
            Audit audit,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.events = events;
        this.accounts = accounts;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
    }

    Writes.Effect add(Write write, EndpointForm form) {
        return () -> {
            if (form.organisation().flatMap(accounts::organisation).isEmpty()
                    && form.organisation().isPresent()) {
                throw Refusal.of(
                        ApiCode.REQUEST_REFUSED,
                        Finding.of(WebhookCode.WEBHOOK_ORGANISATION_UNKNOWN, "/organisation", ""));
            }
            Endpoint made = endpoints.add(form, events.newest(), write.caller().account(), now());
            audit.note(write.caller(), "webhook.added", made.id().toString(), made.place());
            return Reply.created("/v1/webhooks/" + made.id(), made.version(), view(made));
        };
    }

    Writes.Effect change(Write write, UUID id, Endpoint.State state) {
        return () -> {
            Endpoint held = held(write, id);
            endpoints.change(held.id(), state, Optional.empty());
            audit.note(write.caller(), "webhook.changed", id.toString(), state.name());
            Endpoint next = endpoints.find(id).orElseThrow(Refusal::unknown);
            return Reply.changed(next.version(), view(next));
        };
    }

    Writes.Effect remove(Write write, UUID id) {
        return () -> {
            Endpoint held = held(write, id);
            endpoints.remove(held.id());
            audit.note(write.caller(), "webhook.removed", id.toString(), held.place());
            return Reply.changed(held.version(), view(held));
        };
    }

    Writes.Effect ping(Write write, UUID id) {
        return () -> {
            Endpoint endpoint = endpoints.hold(id).orElseThrow(Refusal::unknown);
            Instant now = now();
            deliveries.add(endpoint.id(), UUID.randomUUID(), WebhookMessage.PING, WebhookMessage.ping(now), now, false);
            return Reply.accepted(new Asked(1));
        };
    }

    Writes.Effect replay(Write write, UUID id, ReplayForm form) {
        return () -> {
            Endpoint endpoint = endpoints.hold(id).orElseThrow(Refusal::unknown);
            List<Event> again = events.between(
                    new EventStore.Past(
                            endpoint.scope(),
                            endpoint.types(),
                            form.event(),
                            form.from().orElse(Instant.EPOCH),
                            form.until().orElseGet(this::now),
                            endpoint.position()),
                    MOST + 1);
            if (form.event().isPresent() && again.isEmpty()) {
                throw Refusal.unknown();
            }
            if (again.size() > MOST) {
                throw Refusal.of(ApiCode.REQUEST_REFUSED, "more than " + MOST + " events; name a shorter time");
            }
            Instant now = now();
            again.forEach(event ->
                    deliveries.add(endpoint.id(), event.id(), event.type(), WebhookMessage.of(event), now, true));
            audit.note(write.caller(), "webhook.replayed", id.toString(), again.size() + " messages");
            return Reply.accepted(new Asked(again.size()));
        };
    }

    private Endpoint held(Write write, UUID id) {
        Endpoint held = endpoints.hold(id).orElseThrow(Refusal::unknown);
        write.requireVersion(held.version());
        return held;
    }

    private EndpointView view(Endpoint endpoint) {
        return EndpointView.of(endpoint, signer.publicKey());
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
