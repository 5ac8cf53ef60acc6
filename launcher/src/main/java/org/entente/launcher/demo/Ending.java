package org.entente.launcher.demo;

import java.time.Duration;

/**
 * How the demo ended.
 *
 * @param exitCode the process's: 0 told to the end, 2 the certificate is refused, 1 something was not as it should be
 * @param words one sentence
 * @param took from the command to here
 */
record Ending(int exitCode, String words, Duration took) {
    static final int TOLD = 0;
    static final int NOT_AS_EXPECTED = 1;
    static final int CERTIFICATE_REFUSED = 2;
    static final int BROKEN = 3;
}
