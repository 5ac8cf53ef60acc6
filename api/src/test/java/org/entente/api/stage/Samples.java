package org.entente.api.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Certificates to apply for, each with a number of its own. */
public final class Samples {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NUMBER = "SAMPLE-AU-000123";

    private Samples() {}

    /** A certificate of 100 t of barley and 9000 l of wine, from Australia to China, without errors. */
    public static String certificate() {
        return certificate("TEST-AU-" + COUNT.incrementAndGet());
    }

    /** The same under a given number. */
    public static String certificate(String number) {
        try {
            return Files.readString(Path.of("../docs/samples/chafta-clean.json"))
                    .replace(NUMBER, number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
