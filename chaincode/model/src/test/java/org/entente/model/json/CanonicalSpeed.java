package org.entente.model.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.entente.model.finding.Checked;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;

/**
 * Prints how long one canonicalisation of a statement of about 1 kB takes, by our writer and by the library that is the
 * oracle of its tests. Not a test: figures depend on the machine. See docs/decisions/0004-canonical-json-writer.md.
 */
public final class CanonicalSpeed {
    private static final int CALLS = 20_000;
    private static final int ROUNDS = 9;

    private CanonicalSpeed() {}

    private interface Writer {
        byte[] write(JsonNode node) throws IOException;
    }

    /**
     * Runs the measurement.
     *
     * @param args none
     * @throws IOException never for this document
     */
    public static void main(String[] args) throws IOException {
        byte[] bytes = sample().getBytes(StandardCharsets.UTF_8);
        JsonNode node = ((Checked.Accepted<JsonNode>) StrictJson.parse(bytes, bytes.length)).value();
        double own = best(CanonicalJson::bytes, node);
        double library = best(value -> new JsonCanonicalizer(value.toString()).getEncodedUTF8(), node);
        double parse = best(value -> new byte[StrictJson.parse(bytes, bytes.length) == null ? 0 : 1], node);
        System.out.printf(
                Locale.ROOT,
                "%d bytes: own writer %.2f us, library %.2f us, ratio %.1f; strict parse %.2f us%n",
                bytes.length,
                own,
                library,
                library / own,
                parse);
    }

    /** Microseconds for one call, the best of some rounds: the least disturbed one. */
    private static double best(Writer writer, JsonNode node) throws IOException {
        double best = Double.MAX_VALUE;
        long sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                sink += writer.write(node).length;
            }
            best = Math.min(best, (System.nanoTime() - start) / 1_000.0 / CALLS);
        }
        if (sink == 0) {
            throw new IllegalStateException("nothing was written");
        }
        return best;
    }

    private static String sample() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            items.append(i == 1 ? "" : ",")
                    .append(
                            "{\"criterion\":\"RVC\",\"description\":\"Milk powder, whole, in bags of 25 kg\",\"hs\":\"040221\",")
                    .append("\"number\":" + i + ",\"quantity\":\"1200.000\",\"unit\":\"KGM\"}");
        }
        return "{\"audience\":\"CN\",\"author\":\"AU\",\"body\":{\"items\":[" + items
                + "],\"place\":\"Melbourne\"},\"effectiveFrom\":\"2026-05-03T00:00:00Z\",\"envelope\":1,"
                + "\"officer\":\"desk-7\",\"previousDigest\":\"" + "0".repeat(64)
                + "\",\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"sequence\":1,\"statementId\":\"" + "a".repeat(64)
                + "\",\"subject\":\"certificate/AU/2026/000017\",\"type\":\"origin.certificate.issued\",\"version\":1}";
    }
}
