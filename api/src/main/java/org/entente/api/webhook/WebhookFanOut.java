package org.entente.api.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.api.event.Event;
import org.entente.api.event.EventStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides for each endpoint of which events it is told. The messages and the endpoint's new position are one transaction:
 * none is left out, and none is made twice.
 */
@Component
class WebhookFanOut {
    private static final int MOST = 500;
    private static final Duration KEPT = Duration.ofDays(90);

    private final EventStore events;
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    WebhookFanOut(
            EventStore events,
            EndpointStore endpoints,
            DeliveryStore deliveries,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.events = events;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void turn() {
        long newest = events.newest();
        while (Boolean.TRUE.equals(transaction.execute(status -> decide(newest)))) {
            // the next endpoint, or the next events
        }
    }

    private boolean decide(long newest) {
        Optional<Endpoint> found = endpoints.behind(newest);
        found.ifPresent(endpoint -> {
            List<Event> some = events.after(endpoint.scope(), endpoint.position(), MOST);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            some.stream()
                    .filter(endpoint::wants)
                    .forEach(event -> deliveries.add(
                            endpoint.id(), event.id(), event.type(), WebhookMessage.of(event), now, false));
            long last = some.isEmpty() ? newest : some.getLast().position();
            endpoints.move(endpoint.id(), some.size() < MOST ? Math.max(newest, last) : last);
        });
        return found.isPresent();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void forget() {
        deliveries.forget(clock.instant().minus(KEPT));
    }
}
