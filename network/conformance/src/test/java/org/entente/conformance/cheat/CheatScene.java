package org.entente.conformance.cheat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.AU;
import static org.entente.conformance.cheat.Cast.CN;
import static org.entente.conformance.cheat.Cast.SG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.conformance.suite.ConformanceTest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** China cheats, by a client that signs anything and, where a test asks for it, a contract that writes anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CheatScene extends ConformanceTest {
    static final StreamId TO_AU = new StreamId(CN, AU);
    static final StreamId TO_SG = new StreamId(CN, SG);

    private final boolean modified;
    private boolean replaced;
    Cast cast;
    Reader au;
    Reader sg;

    /**
     * A scene.
     *
     * @param modified whether the cheat's own peer runs another contract than was agreed
     */
    CheatScene(boolean modified) {
        this.modified = modified;
    }

    @BeforeAll
    void open() throws Exception {
        assumeTrue(!modified || network().canReplaceContracts());
        cast = Cast.admitted();
        if (modified) {
            closeClients();
            network().replaceContract(CN, true);
            replaced = true;
        }
        au = new Reader(network(), AU, cast.key(AU));
        sg = new Reader(network(), SG, cast.key(SG));
        readUpToNow();
    }

    /** Whoever has not read to the end would take the end of a stream for an earlier place. */
    private void readUpToNow() throws Exception {
        long now = client("AU")
                .conformance()
                .newProposal("put")
                .addArguments(key("mark of a scene"), "x")
                .build()
                .endorse()
                .submitAsync()
                .getStatus()
                .getBlockNumber();
        for (Reader reader : List.of(au, sg)) {
            await("has read to the end", () -> reader.node().shown().followed().nextBlock() > now);
        }
    }

    @AfterAll
    void close() {
        if (au != null) {
            au.close();
        }
        if (sg != null) {
            sg.close();
        }
        if (replaced) {
            closeClients();
            network().replaceContract(CN, false);
        }
    }

    /** What the modified contract is told: {@code put COLLECTION KEY} and the like, each with bytes. */
    static Proposal told(Map<String, byte[]> things) {
        return client("CN")
                .entente()
                .newProposal("submit")
                .putAllTransient(new TreeMap<>(things))
                .setEndorsingOrganizations("CN")
                .build();
    }

    static void does(Map<String, byte[]> things) throws Exception {
        told(things).endorse().submit();
    }

    /** The writes of an honest contract for a batch, whatever the batch. */
    static Map<String, byte[]> writes(String collection, Batch batch) {
        return Map.of(
                "put " + collection + " " + batch.header().ledgerKey(), batch.bytes(),
                "put " + collection + " " + StoredHead.KEY,
                        StoredHead.after(batch).bytes());
    }

    /** A batch of the cheat that continues what the reader has. */
    Batch next(Reader reader, StreamId stream, String subject, String... notes) {
        return Words.batch(stream, reader.head(stream), cast.key(CN), subject, notes);
    }

    /** Something true and in order, which counts at its reader. */
    Batch honest(Reader reader, StreamId stream, String... notes) throws Exception {
        Batch batch = next(reader, stream, "honest", notes);
        if (modified) {
            does(writes(stream.collection(), batch));
        } else {
            client("CN")
                    .entente()
                    .newProposal("submit")
                    .putTransient("batch", batch.bytes())
                    .build()
                    .endorse()
                    .submit();
        }
        await("an honest batch counts", () -> reader.counts(batch));
        return batch;
    }

    interface Deed {
        void isDone() throws Exception;
    }

    /** The deed is shown to a reader's people, and what they had still counts. */
    static void isShown(Reader reader, String code, Batch before, Deed deed) throws Exception {
        long known = reader.shown(code);
        deed.isDone();
        await("is shown " + code, () -> reader.shown(code) > known);
        assertThat(reader.counts(before)).isTrue();
    }
}
