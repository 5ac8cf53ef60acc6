package org.entente.launcher.doctor;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.launcher.process.Tool;

/** Whether something keeps the clock right: peers refuse proposals that are 15 minutes off, and readers tell of drift. */
final class NtpCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private NtpCheck() {}

    static Verdict look() {
        try {
            Tool.Outcome said = Tool.run(
                    List.of("timedatectl", "show", "--property=NTPSynchronized", "--value"), Map.of(), PATIENCE);
            return Limits.ntp(said.output().strip());
        } catch (UncheckedIOException e) {
            // no such program here: the same as no answer
            return Limits.ntp("");
        }
    }
}
