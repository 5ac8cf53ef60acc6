package org.entente.client.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.client.origin.RequestName;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;

/** A certificate of Australia for China, and names for requests about it. */
public final class SampleCertificate {
    private static final AtomicInteger KEYS = new AtomicInteger();

    private SampleCertificate() {}

    /** The shipped sample. */
    public static Certificate read() {
        try {
            return CertificateJson.parse(Files.readAllBytes(Path.of("../docs/samples/chafta-clean.json")))
                    .certificate()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who asks, under a key of its own. */
    public static RequestName name() {
        return new RequestName(
                "tester",
                "POST /certificates",
                "key " + KEYS.incrementAndGet(),
                "officer-1",
                Instant.parse("2026-03-05T00:00:00Z"));
    }
}
