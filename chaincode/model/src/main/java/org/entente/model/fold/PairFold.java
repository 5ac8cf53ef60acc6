package org.entente.model.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.fold.FoldStore.StreamState;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.SignatureCheck;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementDraft;

/**
 * Takes in private writes in ledger order, checks each (architecture rule 5) and folds what passes into state (rule 6).
 * Both members of a pair, given the same writes, come to the same outcome; no input makes it throw.
 */
public final class PairFold {
    private final MemberId reader;
    private final BatchChecks checks;
    private final RuleBook rules;

    /**
     * A fold as one member runs it.
     *
     * @param reader the member
     * @param chaincode the name of Entente's chaincode on the channel
     * @param signatures verifies signatures
     * @param rules what each statement type does
     */
    public PairFold(MemberId reader, String chaincode, SignatureCheck signatures, RuleBook rules) {
        this.reader = reader;
        this.checks = new BatchChecks(chaincode, signatures);
        this.rules = rules;
    }

    /**
     * Takes in one write.
     *
     * @param write the write; later than all writes of its pair that were taken in before
     * @param registry what the public state said at every position up to here
     * @param store what is remembered; changed only if the outcome is accepted or moved the head
     * @return what became of it
     */
    public BatchOutcome take(LedgerWrite write, MemberRegistry registry, FoldStore store) {
        return take(write, Batch.parse(write.value()), registry, store);
    }

    /**
     * Takes in one write whose bytes were read before, so that a store can read ahead what the batch speaks of.
     *
     * @param write the write; later than all writes of its pair that were taken in before
     * @param parsed what {@link Batch#parse} says of its value
     * @param registry what the public state said at every position up to here
     * @param store what is remembered; changed only if the outcome is accepted or moved the head
     * @return what became of it
     */
    public BatchOutcome take(LedgerWrite write, Checked<Batch> parsed, MemberRegistry registry, FoldStore store) {
        if (!Digest.of(write.value()).equals(write.valueHash())) {
            return quarantined(Finding.of(StatementCode.BATCH_HASH_MISMATCH, "", "other bytes"), false);
        }
        return switch (parsed) {
            case Checked.Rejected<Batch>(var findings) -> new BatchOutcome.Quarantined(findings, false);
            case Checked.Accepted<Batch>(var batch, var remarks) -> takeBatch(write, batch, registry, store);
        };
    }

    private BatchOutcome takeBatch(LedgerWrite write, Batch batch, MemberRegistry registry, FoldStore store) {
        StreamId stream = batch.header().stream();
        if (!stream.pair().contains(reader)) {
            return quarantined(Finding.of(StatementCode.BATCH_AUDIENCE_FOREIGN, "/header", "not for " + reader), false);
        }
        Findings findings = new Findings();
        checks.checkLedger(write, batch, findings);
        StreamState before = store.stream(stream);
        checkContinues(before, batch, findings);
        boolean moved = !findings.hasErrors();
        checks.checkSignature(write, batch, registry, findings);
        if (findings.hasErrors() && !moved) {
            return new BatchOutcome.Quarantined(findings.all(), false);
        }
        if (write.timestamp().isBefore(before.lastTimestamp())) {
            findings.add(StatementCode.STREAM_TIME_BACKWARDS, "", "earlier than " + before.lastTimestamp());
        }
        store.putStream(stream, new StreamState(batch.newHead(), write.timestamp()));
        if (findings.hasErrors()) {
            return new BatchOutcome.Quarantined(findings.all(), true);
        }
        return new BatchOutcome.Accepted(batch, judgeAll(write, batch, store), findings.all());
    }

    private static void checkContinues(StreamState before, Batch batch, Findings findings) {
        if (before.head().continuedBy(batch.header())) {
            return;
        }
        long expected = before.head().sequence() + 1;
        long found = batch.header().firstSequence();
        findings.add(
                found > expected ? StatementCode.STREAM_HOLE : StatementCode.STREAM_FORKED,
                "/header/firstSequence",
                "expected " + expected + " after " + before.head().digest() + ", found " + found);
    }

    private List<StatementOutcome> judgeAll(LedgerWrite write, Batch batch, FoldStore store) {
        List<StatementOutcome> outcomes = new ArrayList<>(batch.statements().size());
        for (int i = 0; i < batch.statements().size(); i++) {
            outcomes.add(judge(
                    batch.statements().get(i),
                    new Said(
                            batch.statements().get(i).statement().draft(),
                            write.at().withIndex(i),
                            write.timestamp()),
                    store));
        }
        return outcomes;
    }

    private StatementOutcome judge(SealedStatement statement, Said said, FoldStore store) {
        StatementDraft draft = said.draft();
        Digest content = statement.contentDigest();
        Optional<Digest> earlier = store.contentOf(draft.stream(), draft.id());
        if (earlier.isPresent()) {
            return earlier.get().equals(content)
                    ? outcome(statement, said, Standing.REPEATED, List.of())
                    : outcome(
                            statement,
                            said,
                            Standing.REFUSED,
                            List.of(Finding.of(
                                    StatementCode.STATEMENT_ID_REUSED,
                                    "/statementId",
                                    "used before with other content")));
        }
        store.putContent(draft.stream(), draft.id(), content);
        Optional<Judgement<byte[]>> judgement =
                rules.judge(store.subject(draft.stream().pair(), draft.subject()), said);
        if (judgement.isEmpty()) {
            return outcome(
                    statement,
                    said,
                    Standing.PARKED,
                    List.of(Finding.of(
                            StatementCode.STATEMENT_VERSION_UNKNOWN,
                            "/type",
                            draft.type().toString())));
        }
        return switch (judgement.get()) {
            case Judgement.Stands<byte[]>(byte[] next, var remarks) -> {
                store.putSubject(draft.stream().pair(), draft.subject(), next);
                yield outcome(statement, said, Standing.STANDS, remarks);
            }
            case Judgement.Overtaken<byte[]>(var by, var reason) ->
                new StatementOutcome(statement, said.at(), Standing.OVERTAKEN, Optional.of(by), List.of(reason));
            case Judgement.Refused<byte[]>(var findings) -> outcome(statement, said, Standing.REFUSED, findings);
        };
    }

    private static StatementOutcome outcome(
            SealedStatement statement, Said said, Standing standing, List<Finding> findings) {
        return new StatementOutcome(statement, said.at(), standing, Optional.empty(), findings);
    }

    private static BatchOutcome quarantined(Finding finding, boolean headMoved) {
        return new BatchOutcome.Quarantined(List.of(finding), headMoved);
    }
}
