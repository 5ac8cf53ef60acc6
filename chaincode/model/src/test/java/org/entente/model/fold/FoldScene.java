package org.entente.model.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.AU_CN;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.CN_AU;

import java.util.List;
import java.util.Random;
import org.entente.model.finding.Finding;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.MemberId;
import org.entente.model.sample.Keys;
import org.entente.model.sample.Samples;
import org.entente.model.statement.StatementDraft;

/** China reads what Australia and China write on one ledger. */
abstract class FoldScene {
    final Random random = new Random(7);
    final SampleLedger ledger = new SampleLedger();
    final MemoryFoldStore store = new MemoryFoldStore();
    final PairFold fold = foldOf(CN);

    static PairFold foldOf(MemberId reader) {
        return new PairFold(reader, SampleLedger.CHAINCODE, Keys.check(), new RuleBook(List.of(new CounterRules())));
    }

    List<StatementDraft> counts(MemberId author, long... amounts) {
        return java.util.Arrays.stream(amounts)
                .mapToObj(amount ->
                        Samples.draft(random, author.equals(AU) ? AU_CN : CN_AU, "subject", Samples.count(amount)))
                .toList();
    }

    BatchOutcome take(LedgerWrite write) {
        return fold.take(write, ledger.registry, store);
    }

    String total() {
        return new String(store.subject(AU_CN.pair(), "subject").orElseThrow(), UTF_8);
    }

    static List<StatementOutcome> statements(BatchOutcome outcome) {
        return outcome instanceof BatchOutcome.Accepted accepted ? accepted.statements() : List.of();
    }

    static List<Standing> standings(BatchOutcome outcome) {
        return statements(outcome).stream().map(StatementOutcome::standing).toList();
    }

    static boolean headMoved(BatchOutcome outcome) {
        return outcome instanceof BatchOutcome.Quarantined quarantined && quarantined.headMoved();
    }

    static List<String> codes(BatchOutcome outcome) {
        List<Finding> findings = switch (outcome) {
            case BatchOutcome.Accepted accepted -> accepted.remarks();
            case BatchOutcome.Quarantined quarantined -> quarantined.findings();
        };
        return findings.stream().map(finding -> finding.code().name()).toList();
    }
}
