package org.entente.model.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.sample.Samples;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints what sealing and reading a batch cost for each statement of about 1 kB, without signature. Not a test: figures
 * depend on the machine.
 */
public final class BatchSpeed {
    private BatchSpeed() {}

    /**
     * Runs the measurement.
     *
     * @param args none
     */
    public static void main(String[] args) {
        for (int size : new int[] {1, 10, 100, 1_000}) {
            measure(size);
        }
    }

    private static void measure(int size) {
        Random random = new Random(1);
        List<StatementDraft> drafts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            drafts.add(Samples.draft(random, Samples.AU_CN, "certificate/AU/2026/" + i, body()));
        }
        BatchSigner unsigned = new BatchSigner() {
            @Override
            public String keyId() {
                return "key-1";
            }

            @Override
            public byte[] sign(byte[] data) {
                return new byte[70];
            }
        };
        Batch batch = Batch.seal(StreamHead.START, drafts, unsigned);
        double seal = best(size, () -> Batch.seal(StreamHead.START, drafts, unsigned));
        double parse = best(size, () -> ((Checked.Accepted<Batch>) Batch.parse(batch.bytes())).value());
        System.out.printf(
                Locale.ROOT,
                "%4d statements of %d bytes: seal %.2f us, parse %.2f us a statement%n",
                size,
                batch.statements().getFirst().bytes().length,
                seal,
                parse);
    }

    private interface Work {
        Batch run();
    }

    /** Microseconds for one statement, the best of some rounds: the least disturbed one. */
    private static double best(int size, Work work) {
        int calls = Math.max(1, 10_000 / size);
        double best = Double.MAX_VALUE;
        long sink = 0;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                sink += work.run().bytes().length;
            }
            best = Math.min(best, (System.nanoTime() - start) / 1_000.0 / calls / size);
        }
        if (sink == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return best;
    }

    private static ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        for (int i = 1; i <= 4; i++) {
            items.addObject()
                    .put("criterion", "RVC")
                    .put("description", "Milk powder, whole, in bags of 25 kg")
                    .put("hs", "040221")
                    .put("number", i)
                    .put("quantity", "1200.000")
                    .put("unit", "KGM");
        }
        return body.put("place", "Melbourne");
    }
}
