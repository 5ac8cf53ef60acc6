package org.entente.api.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks again for lists that were in use lately, before anybody waits for them and while their partners still answer. Each
 * partner has workers of its own: one that does not answer holds up its own lists alone.
 */
@Component
class ListRefresh {
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST_OF_ONE = 100;
    private static final int WORKERS_OF_ONE = 2;
    private static final int AT_ONCE = 12;

    private final ListShelf shelf;
    private final PartnerLists lists;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Set<String> working = ConcurrentHashMap.newKeySet();

    ListRefresh(ListShelf shelf, PartnerLists lists, InstantSource clock) {
        this.shelf = shelf;
        this.lists = lists;
        this.clock = clock;
    }

    /** Never waits for a partner itself: what else is scheduled goes on. */
    @Scheduled(fixedDelay = 10_000)
    void refresh() {
        Instant now = clock.instant();
        Map<String, Queue<String>> waiting = shelf.due(now.minus(LATELY), now, MOST_OF_ONE).stream()
                .collect(Collectors.groupingBy(
                        ListShelf.Due::issuer,
                        Collectors.mapping(
                                ListShelf.Due::address, Collectors.toCollection(ConcurrentLinkedQueue::new))));
        waiting.forEach((issuer, addresses) -> {
            if (working.add(issuer)) {
                AtomicInteger left = new AtomicInteger(WORKERS_OF_ONE);
                for (int worker = 0; worker < WORKERS_OF_ONE; worker++) {
                    Thread.startVirtualThread(() -> {
                        try {
                            drain(addresses);
                        } finally {
                            if (left.decrementAndGet() == 0) {
                                working.remove(issuer);
                            }
                        }
                    });
                }
            }
        });
    }

    private void drain(Queue<String> addresses) {
        for (String address = addresses.poll(); address != null; address = addresses.poll()) {
            places.acquireUninterruptibly();
            try {
                refresh(address);
            } finally {
                places.release();
            }
        }
    }

    /** Unless another instance did in the meantime. */
    private void refresh(String address) {
        ListShelf.Place place = shelf.find(address);
        if (place.kept().map(list -> list.isHalfSpent(clock.instant())).orElse(true)) {
            lists.refresh(address, place.kept());
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 1_200_000)
    void forget() {
        Instant now = clock.instant();
        shelf.forget(now.minus(LATELY), now);
    }
}
