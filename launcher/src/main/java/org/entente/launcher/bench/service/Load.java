package org.entente.launcher.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.entente.launcher.bench.report.Latencies;

/** Callers that each send the next request when they have the answer to the last. */
final class Load {
    private static final double NANOS = 1e9;

    private Load() {}

    /**
     * What came of it.
     *
     * @param perSecond requests answered as they should be
     * @param times from sending to the last byte of the answer
     */
    record Result(double perSecond, Latencies times) {}

    /**
     * Runs callers side by side.
     *
     * @param address of the service
     * @param callers how many
     * @param warmUp before, not counted
     * @param each how long it is measured
     * @param requests makes the next one, for any caller
     * @param expected the only good status
     */
    static Result run(URI address, int callers, Duration warmUp, Duration each, Supplier<byte[]> requests, int expected)
            throws InterruptedException {
        Latencies times = new Latencies();
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + each.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> call(address, begin, end, requests, expected, times)));
            }
            for (Future<?> each1 : running) {
                each1.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load broke off", e.getCause());
        }
        return new Result(times.count() * NANOS / each.toNanos(), times);
    }

    private static void call(
            URI address, long begin, long end, Supplier<byte[]> requests, int expected, Latencies times) {
        try (Wire wire = new Wire(address)) {
            while (true) {
                byte[] request = requests.get();
                long sent = System.nanoTime();
                int status = wire.exchange(request);
                long answered = System.nanoTime();
                if (status != expected) {
                    throw new IllegalStateException("status " + status + " instead of " + expected);
                }
                if (answered > end) {
                    return;
                }
                if (sent >= begin) {
                    times.add(answered - sent);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
