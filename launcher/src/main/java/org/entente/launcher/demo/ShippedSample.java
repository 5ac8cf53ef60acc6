package org.entente.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The certificate that the demo takes unless another is named: {@code docs/samples/chafta-clean.json}. */
final class ShippedSample {
    static final String SOURCE = "docs/samples/chafta-clean.json (the shipped sample)";

    private ShippedSample() {}

    static byte[] bytes() {
        try (InputStream in = ShippedSample.class.getResourceAsStream("samples/chafta-clean.json")) {
            if (in == null) {
                throw new IllegalStateException("the build left the sample out");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
