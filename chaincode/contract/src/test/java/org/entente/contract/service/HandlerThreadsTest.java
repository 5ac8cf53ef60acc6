package org.entente.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call that stands still is told; a busy service and an idle one are not. */
class HandlerThreadsTest {
    private final AtomicLong now = new AtomicLong();
    private final HandlerThreads threads = new HandlerThreads(Duration.ofSeconds(30), now::get);
    private final BlockingQueue<String> postbox = new ArrayBlockingQueue<>(1);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, HandlerThreads.NAME + ":test"));

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    private void pass(int seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private void call(Runnable work) throws InterruptedException {
        BlockingQueue<String> begun = new ArrayBlockingQueue<>(1);
        pool.execute(() -> {
            begun.add("begun");
            work.run();
        });
        assertThat(begun.poll(1, TimeUnit.MINUTES)).isNotNull();
    }

    private void waitForAnswer() {
        try {
            postbox.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWaiting() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(each -> each.getName().equals(HandlerThreads.NAME + ":test")
                        && each.getState() == Thread.State.WAITING)) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void a_call_that_nobody_answers_is_stuck_after_its_time_and_no_sooner() throws Exception {
        call(this::waitForAnswer);
        awaitWaiting();
        assertThat(threads.stuck()).isEmpty();
        pass(29);
        assertThat(threads.stuck()).isEmpty();
        pass(1);
        assertThat(threads.stuck()).containsExactly(HandlerThreads.NAME + ":test");
        postbox.add("an answer after all");
        call(this::waitForAnswer);
        assertThat(threads.stuck()).isEmpty();
    }

    @Test
    void a_thread_without_a_call_is_never_stuck() throws Exception {
        call(() -> {});
        awaitWaiting();
        threads.stuck();
        pass(3_600);
        assertThat(threads.stuck()).isEmpty();
    }

    @Test
    void a_thread_that_runs_one_call_after_the_other_is_not_stuck() throws Exception {
        for (int i = 0; i < 5; i++) {
            call(this::waitForAnswer);
            awaitWaiting();
            assertThat(threads.stuck()).isEmpty();
            postbox.put("answer");
            pass(29);
        }
    }
}
