package org.entente.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.model.fold.BatchOutcome;
import org.entente.model.fold.MemoryFoldStore;
import org.entente.model.fold.PairFold;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SampleStatementsTest {
    @Test
    void are_of_one_kilobyte_give_or_take_the_digits_of_their_number() {
        SampleStatements samples = new SampleStatements();
        for (StreamId stream : BenchStage.allStreams()) {
            List<StatementDraft> drafts = List.of(samples.draft(stream), samples.draft(stream));
            Batch batch = Batch.seal(StreamHead.START, drafts, StatementSignatures.signer(SoftwareKey.generate()));
            assertThat(batch.statements())
                    .allSatisfy(each -> assertThat(each.bytes().length).isBetween(1_018, 1_026));
        }
    }

    @Test
    void stand_in_every_fold(@TempDir Path folder) throws Exception {
        SampleLedger ledger = SampleLedger.generate(folder.resolve("ledger.bin"), 1_500);
        PairFold fold = new PairFold(
                ledger.stream().audience(), SampleLedger.CHAINCODE, StatementSignatures.check(), SampleRules.BOOK);
        MemoryFoldStore store = new MemoryFoldStore();
        ledger.read(write -> assertThat(fold.take(write, ledger.registry(), store))
                .isInstanceOfSatisfying(
                        BatchOutcome.Accepted.class,
                        taken -> assertThat(taken.statements())
                                .allSatisfy(each ->
                                        assertThat(each.standing().name()).isEqualTo("STANDS"))));
        assertThat(store.stream(ledger.stream()).head().sequence()).isEqualTo(1_500);
    }
}
