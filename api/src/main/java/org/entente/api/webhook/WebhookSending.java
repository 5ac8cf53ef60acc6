package org.entente.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.entente.api.outbound.Outbound;
import org.entente.api.outbound.OutboundOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what waits, each message by one instance at a time, and notes how it went. */
@Component
class WebhookSending {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSending.class);
    private static final int AT_ONCE = 48;
    private static final int OF_ONE = 4;
    private static final Duration HELD = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final int GONE = 410;

    private final DeliveryStore deliveries;
    private final EndpointStore endpoints;
    private final Outbound outbound;
    private final WebhookSigner signer;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final SecureRandom random = new SecureRandom();

    WebhookSending(
            DeliveryStore deliveries,
            EndpointStore endpoints,
            Outbound outbound,
            WebhookSigner signer,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.outbound = outbound;
        this.signer = signer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Never waits for a receiver itself: what else is scheduled goes on. */
    @Scheduled(fixedDelay = 500)
    void turn() {
        int free = places.availablePermits();
        if (free == 0) {
            return;
        }
        for (Delivery delivery : deliveries.take(clock.instant(), HELD, OF_ONE, free)) {
            places.acquireUninterruptibly();
            Thread.startVirtualThread(() -> {
                try {
                    send(delivery);
                } finally {
                    places.release();
                }
            });
        }
    }

    private void send(Delivery delivery) {
        Optional<Endpoint> endpoint = endpoints.find(delivery.endpoint());
        if (endpoint.isEmpty()) {
            return;
        }
        long timestamp = clock.instant().getEpochSecond();
        String id = delivery.message().toString();
        OutboundOutcome outcome = outbound.post(
                endpoint.get().address(),
                Map.of(
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signer.sign(id, timestamp, delivery.body())),
                delivery.body().getBytes(StandardCharsets.UTF_8));
        transaction.executeWithoutResult(status -> note(endpoint.get(), delivery, outcome));
    }

    /** Holds the endpoint first, as whoever sends again or removes does. */
    private void note(Endpoint seen, Delivery delivery, OutboundOutcome outcome) {
        if (endpoints.hold(seen.id()).isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Integer> status =
                outcome instanceof OutboundOutcome.Answered(int code, var body) ? Optional.of(code) : Optional.empty();
        if (status.filter(code -> code / 100 == 2).isPresent()) {
            if (deliveries.attempted(
                    delivery, Delivery.State.DELIVERED, now, Optional.empty(), status, Optional.empty())) {
                endpoints.reached(seen.id());
            }
            return;
        }
        Optional<String> fault = outcome instanceof OutboundOutcome.Failed(var why, var detail)
                ? Optional.of(why + (detail.isEmpty() ? "" : ": " + detail))
                : Optional.empty();
        Optional<Instant> next =
                RetryPlan.pause(delivery.attempts() + 1, random).map(now::plus);
        Delivery.State state = next.isPresent() ? Delivery.State.WAITING : Delivery.State.GIVEN_UP;
        if (deliveries.attempted(delivery, state, now, next, status, fault)) {
            failed(seen, status, now);
        }
    }

    private void failed(Endpoint seen, Optional<Integer> status, Instant now) {
        Instant since = endpoints.failed(seen.id(), now);
        if (status.equals(Optional.of(GONE))) {
            disable(seen, "the endpoint says that it is gone (410)");
        } else if (since.plus(PATIENCE).isBefore(now)) {
            disable(seen, "nothing has reached it since " + since);
        }
    }

    private void disable(Endpoint seen, String notice) {
        if (endpoints.disable(seen, notice)) {
            LOG.warn("webhook endpoint {} is disabled: {}", seen.id(), notice);
        }
    }
}
