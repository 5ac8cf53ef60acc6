package org.entente.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Whether something keeps the clock right: peers refuse proposals that are 15 minutes off, and readers tell of drift. */
final class NtpCheck {
    private static final int PATIENCE_SECONDS = 5;

    private NtpCheck() {}

    static Verdict look() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Limits.ntp("");
            }
            return Limits.ntp(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            return Limits.ntp("");
        }
    }
}
