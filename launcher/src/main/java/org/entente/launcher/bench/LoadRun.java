package org.entente.launcher.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Several writers at work for a while, all through the node's own door. Either each waits until its statement is final
 * before it makes the next, or all together keep so many statements under way.
 */
final class LoadRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SLICE = 50;

    private final BenchStage stage;
    private final List<StreamId> streams;
    private final List<Spoken> spoken = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    LoadRun(BenchStage stage, List<StreamId> streams) {
        this.stage = stage;
        this.streams = List.copyOf(streams);
    }

    /** Each writer waits for its statement. */
    LoadResult oneByOne(int writers, Duration warmUp, Duration length) throws InterruptedException {
        return run(writers, warmUp, length, this::speakAndWait);
    }

    /** The writers do not wait, as long as no more than this is under way. */
    LoadResult together(int writers, int underWay, Duration warmUp, Duration length) throws InterruptedException {
        Semaphore room = new Semaphore(underWay);
        stage.streams().stream()
                .map(StreamId::author)
                .distinct()
                .forEach(author -> stage.watch(author).listen((stream, more) -> {
                    if (stream.author().equals(author)) {
                        room.release(more.intValue());
                    }
                }));
        try {
            return run(writers, warmUp, length, stream -> {
                if (room.tryAcquire(SLICE, TimeUnit.MILLISECONDS)) {
                    speak(stream);
                }
            });
        } finally {
            stage.streams().forEach(stream -> stage.watch(stream.author()).silence());
        }
    }

    private interface Step {
        void on(StreamId stream) throws InterruptedException;
    }

    private LoadResult run(int writers, Duration warmUp, Duration length, Step step) throws InterruptedException {
        Map<StreamId, Long> before = new HashMap<>();
        streams.forEach(
                stream -> before.put(stream, stage.watch(stream.author()).sequence(stream)));
        long from = stage.clock().now() + warmUp.toNanos();
        long until = from + length.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int first = i;
            threads.add(Thread.ofVirtual().name("bench writer " + i).start(() -> write(first, until, step)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        awaitAll(before);
        synchronized (spoken) {
            return LoadResult.of(stage, List.copyOf(spoken), from, until);
        }
    }

    private void write(int first, long until, Step step) {
        try {
            for (int turn = first; stage.clock().now() < until && failure.get() == null; turn++) {
                step.on(streams.get(turn % streams.size()));
            }
        } catch (InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void speak(StreamId stream) throws InterruptedException {
        StatementRequest request = stage.statements().request(stream);
        long asked = stage.clock().now();
        CompletableFuture<Acceptance> answered =
                stage.node(stream.author()).outbox().acceptAsync(request);
        var ignored = answered.whenComplete((answer, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            } else {
                note(stream, asked, answer);
            }
        });
    }

    private void speakAndWait(StreamId stream) throws InterruptedException {
        StatementRequest request = stage.statements().request(stream);
        long asked = stage.clock().now();
        try {
            Acceptance answer =
                    stage.node(stream.author()).outbox().acceptAsync(request).get();
            note(stream, asked, answer);
            if (answer instanceof Acceptance.Accepted(var receipt)) {
                checkFinal(stage.node(stream.author())
                        .outbox()
                        .awaitFinal(receipt.id(), PATIENCE)
                        .orElseThrow());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a statement was not accepted", e);
        }
    }

    private void note(StreamId stream, long asked, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted(var receipt)) {
            synchronized (spoken) {
                spoken.add(new Spoken(receipt.id(), stream, asked, stage.clock().now()));
            }
        } else {
            failure.compareAndSet(null, new IllegalStateException("a statement was not accepted: " + answer));
        }
    }

    private static void checkFinal(OutboxStatus status) {
        boolean stands = status.progress() instanceof Progress.Final done && done.standing() == Standing.STANDS;
        if (!stands) {
            throw new IllegalStateException("a statement does not stand: " + status);
        }
    }

    /** Until both sides have folded everything; what does not come in time failed. */
    private void awaitAll(Map<StreamId, Long> before) throws InterruptedException {
        Map<StreamId, Long> expected = new HashMap<>(before);
        long end = stage.clock().now() + PATIENCE.toNanos();
        int said = -1;
        // The last acceptances may still be on their way: until no more come and all that came are folded.
        while (said != size()) {
            if (failure.get() != null) {
                throw new IllegalStateException("the writers failed", failure.get());
            }
            said = size();
            expected.putAll(before);
            synchronized (spoken) {
                spoken.forEach(each -> expected.merge(each.stream(), 1L, Long::sum));
            }
            for (Map.Entry<StreamId, Long> each : expected.entrySet()) {
                awaitOne(
                        each.getKey(),
                        each.getValue(),
                        Duration.ofNanos(end - stage.clock().now()));
            }
        }
    }

    private void awaitOne(StreamId stream, long sequence, Duration longest) throws InterruptedException {
        boolean done = stage.watch(stream.author()).await(stream, sequence, longest)
                && stage.watch(stream.audience()).await(stream, sequence, longest);
        if (!done) {
            throw new IllegalStateException("not everything that " + stream + " said was folded in " + PATIENCE);
        }
    }

    private int size() {
        synchronized (spoken) {
            return spoken.size();
        }
    }
}
