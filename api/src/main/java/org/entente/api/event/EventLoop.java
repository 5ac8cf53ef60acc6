package org.entente.api.event;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns what the fold took in into events, and gives all events their positions. One instance does it at a time; each of
 * them learns how far events have come.
 */
@Component
public class EventLoop {
    private static final int MOST = 2_000;
    private static final Duration KEPT = Duration.ofDays(90);

    private final EventStore events;
    private final LedgerEvents ledger;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Newest newest = new Newest();

    EventLoop(EventStore events, LedgerEvents ledger, TransactionTemplate transaction, InstantSource clock) {
        this.events = events;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 250)
    void turn() {
        List<LedgerEvents.News> news = ledger.read();
        transaction.executeWithoutResult(status -> {
            if (events.lead()) {
                news.forEach(ledger::tell);
                events.place(MOST);
            }
        });
        newest.is(events.newest());
    }

    /** How far events have come, as this instance knows it. */
    long newest() {
        return newest.position();
    }

    /** Waits until there are events beyond a position, or for some time. */
    void await(long position, Duration longest) throws InterruptedException {
        newest.await(position, longest);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forget() {
        events.forget(clock.instant().minus(KEPT));
    }
}
