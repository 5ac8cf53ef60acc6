package org.entente.api.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks again for lists that were in use lately, before anybody waits for them and while their partners still answer. */
@Component
class ListRefresh {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST = 200;
    private static final int AT_ONCE = 4;

    private final ListShelf shelf;
    private final PartnerLists lists;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ListRefresh(ListShelf shelf, PartnerLists lists, InstantSource clock) {
        this.shelf = shelf;
        this.lists = lists;
        this.clock = clock;
    }

    /** Never waits for a partner itself: what else is scheduled goes on. */
    @Scheduled(fixedDelay = 10_000)
    void refresh() {
        Instant now = clock.instant();
        for (String address : shelf.due(now.minus(LATELY), now, MOST)) {
            if (!places.tryAcquire()) {
                return;
            }
            Thread.startVirtualThread(() -> {
                try {
                    lists.refresh(address, shelf.find(address).kept());
                } finally {
                    places.release();
                }
            });
        }
    }
}
