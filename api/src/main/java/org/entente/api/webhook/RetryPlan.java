package org.entente.api.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a message is tried again (Standard Webhooks 1.0, "Deliverability and reliability"): ever later, for three days. */
final class RetryPlan {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** By how much a pause may be longer, so that what failed together does not come back together. */
    private static final int JITTER_PERCENT = 20;

    private RetryPlan() {}

    /** The pause after so many failed attempts; empty if there is no further one. */
    static Optional<Duration> pause(int failed, RandomGenerator random) {
        if (failed < 1 || failed > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(failed - 1);
        return Optional.of(pause.plusMillis(random.nextLong(pause.toMillis() * JITTER_PERCENT / 100 + 1)));
    }
}
