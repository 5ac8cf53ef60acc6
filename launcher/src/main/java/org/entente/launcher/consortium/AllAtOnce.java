package org.entente.launcher.consortium;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at the same time and waits for all of them. */
public final class AllAtOnce {
    private AllAtOnce() {}

    /**
     * Does them.
     *
     * @param tasks each in a thread of its own
     * @throws RuntimeException the first failure, once everything has ended
     */
    public static void run(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("entente start ", 0).factory())) {
            List<CompletableFuture<Void>> running = tasks.stream()
                    .map(task -> CompletableFuture.runAsync(task, threads))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
