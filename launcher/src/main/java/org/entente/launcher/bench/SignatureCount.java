package org.entente.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts every signature that this process makes or verifies, whichever library asked for it, with the flight recorder's
 * method timing (JEP 520, JDK 25).
 *
 * @param made how many were made
 * @param verified how many were verified
 */
record SignatureCount(long made, long verified) {
    private static final String EVENT = "jdk.MethodTiming";
    private static final String FILTER = "java.security.Signature::sign;java.security.Signature::verify";

    /** Work to be watched. */
    @FunctionalInterface
    interface Work {
        /** Does it. */
        void run() throws InterruptedException;
    }

    /** Empty where the virtual machine cannot count. */
    static Optional<SignatureCount> during(Work work) throws IOException, InterruptedException {
        Path file = Files.createTempFile("entente-bench", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).with("filter", FILTER).with("period", "endChunk");
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<SignatureCount> read(Path file) throws IOException {
        long made = 0;
        long verified = 0;
        boolean any = false;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(EVENT)) {
                any = true;
                long calls = event.getLong("invocations");
                if ("sign"
                        .equals(event.<jdk.jfr.consumer.RecordedMethod>getValue("method")
                                .getName())) {
                    made += calls;
                } else {
                    verified += calls;
                }
            }
        }
        return any ? Optional.of(new SignatureCount(made, verified)) : Optional.empty();
    }
}
