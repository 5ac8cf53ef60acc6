package org.entente.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;

class NewestTest {
    private static CompletableFuture<Long> waiter(Newest newest, long beyond, Duration longest) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        newest.await(beyond, longest);
                        return newest.position();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void wakes_all_who_wait_for_what_is_new_and_nobody_else() {
        Newest newest = new Newest();
        List<CompletableFuture<Long>> all = IntStream.range(0, 500)
                .mapToObj(i -> waiter(newest, 3, Duration.ofMinutes(1)))
                .toList();
        CompletableFuture<Long> later = waiter(newest, 4, Duration.ofMinutes(1));
        newest.is(3);
        assertThat(all).noneMatch(CompletableFuture::isDone);
        newest.is(4);
        assertThat(all).allSatisfy(each -> assertThat(each.join()).isEqualTo(4));
        assertThat(later.isDone()).isFalse();
        newest.is(5);
        assertThat(later.join()).isEqualTo(5);
    }

    @Test
    void waits_no_longer_than_asked_and_not_at_all_for_what_is_there() {
        Newest newest = new Newest();
        newest.is(2);
        assertThat(waiter(newest, 2, Duration.ofMillis(20)).join()).isEqualTo(2);
        CompletableFuture<Long> there = waiter(newest, 1, Duration.ofMinutes(5));
        Until.holds(there::isDone, done -> done);
    }
}
