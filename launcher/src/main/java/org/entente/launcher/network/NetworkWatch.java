package org.entente.launcher.network;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente network watch}: {@code up} starts it in the background, {@code down} ends it. */
@Command(
        name = "watch",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Starts again what ends by itself, until it is ended.")
final class NetworkWatch implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(2);

    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Option(names = "--owner", paramLabel = "PID", description = "Once this process is gone, the network is ended.")
    private long owner;

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            FabricNetwork network = options.open();
            Supervision supervision = new Supervision(
                    System::nanoTime,
                    words -> options.say(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + words));
            Optional<ProcessHandle> whose = ProcessHandle.of(owner);
            while (!Thread.currentThread().isInterrupted()) {
                if (owner != 0 && !whose.map(ProcessHandle::isAlive).orElse(false)) {
                    options.say(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " whom it was started for is gone");
                    network.stopNodes();
                    return 0;
                }
                supervision.look(network.nodes());
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return 0;
        });
    }
}
