package org.entente.launcher.architecture.broken.model.clock;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Asks the clock, chance, the environment, the default locale, other threads and floating point. */
public record Deadline(Instant until) {
    /** Decides differently on every peer. */
    public String judge(List<String> items) {
        return Instant.now()
                + LocalDate.now(ZoneOffset.UTC).toString()
                + UUID.randomUUID()
                + new SecureRandom().nextInt()
                + System.getenv("HOME")
                + Locale.getDefault()
                + Thread.currentThread().getName()
                + items.parallelStream().count()
                + new BigDecimal("1").doubleValue()
                + Math.random();
    }
}
