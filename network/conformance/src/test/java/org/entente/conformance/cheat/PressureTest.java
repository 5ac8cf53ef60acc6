package org.entente.conformance.cheat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.AU;
import static org.entente.conformance.cheat.Cast.CN;
import static org.entente.conformance.cheat.Cast.SG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.client.show.Page;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;
import org.junit.jupiter.api.Test;

/** A member floods the others, or lets them know that it said something and not what. */
class PressureTest extends CheatScene {
    private static final int WRITERS = 4;
    private static final int EACH = 15;
    private static final int SIZE = 100_000;

    PressureTest() {
        super(true);
    }

    @Test
    void a_flood_stops_nobody_and_every_drop_of_it_names_its_author() throws Exception {
        Batch said = honest(au, TO_AU, "before the flood");
        long known = garbage();
        AtomicInteger valid = new AtomicInteger();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> flood = new ArrayList<>();
            for (int i = 0; i < WRITERS * EACH; i++) {
                String key = "batch/flood" + i;
                flood.add(writers.submit(() -> floods(key, said, valid)));
            }
            au.says(SG, "meanwhile", "in the middle of the flood");
            assertThat(flood).as("the flood goes on").anyMatch(each -> !each.isDone());
            for (Future<?> each : flood) {
                each.get();
            }
        }

        assertThat(valid.get()).isPositive();
        await("all of it is shown", () -> garbage() - known == valid.get());
        assertThat(au.quarantined())
                .allMatch(each ->
                        !each.collection().equals("CN-AU") || each.creator().equals("CN"));
        assertThat(au.counts(said)).isTrue();
        honest(au, TO_AU, "after the flood");
    }

    /** What a peer refuses because it is busy is no drop of the flood. */
    private static void floods(String key, Batch last, AtomicInteger valid) {
        try {
            does(Map.of(
                    "put CN-AU " + key, "x".repeat(SIZE).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "put CN-AU " + StoredHead.KEY, StoredHead.after(last).bytes()));
            valid.incrementAndGet();
        } catch (Exception e) {
            assertThat(e).isInstanceOf(org.hyperledger.fabric.client.GatewayException.class);
        }
    }

    private long garbage() {
        return au.quarantined().stream()
                .filter(each -> each.bytes().length == SIZE)
                .count();
    }

    @Test
    void what_is_withheld_is_missing_and_not_valid_until_it_comes() throws Exception {
        assumeTrue(network().canStopPeers());
        Batch said = honest(au, TO_AU, "before");
        Batch withheld = next(au, TO_AU, "withheld", "not for now");
        network().stopPeer(AU);
        try {
            does(writes("CN-AU", withheld));
            network().stopPeer(CN);
        } finally {
            network().startPeer(AU);
        }
        try {
            await("it is missing", () -> missing() == 1);
            assertThat(au.node().state().completeUpTo(CN).isComplete()).isFalse();
            assertThat(au.counts(said)).isTrue();
            assertThat(au.counts(withheld)).isFalse();
        } finally {
            network().startPeer(CN);
        }
        await("it came", () -> au.counts(withheld));
        assertThat(missing()).isZero();
        assertThat(au.node().state().completeUpTo(CN).isComplete()).isTrue();
    }

    private long missing() {
        return au.node().shown().missing(Page.START).items().stream()
                .filter(each -> each.collection().equals("CN-AU"))
                .count();
    }
}
