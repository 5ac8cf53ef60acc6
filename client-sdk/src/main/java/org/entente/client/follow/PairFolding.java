package org.entente.client.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.client.finding.FindingBytes;
import org.entente.client.follow.FoldBuffer.SubjectKey;
import org.entente.client.ledger.LedgerCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.fold.BatchOutcome;
import org.entente.model.fold.PairFold;
import org.entente.model.fold.StatementOutcome;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;

/** Folds batches inside one database transaction: reads ahead once, folds in memory, writes behind once. */
final class PairFolding {
    private final PairFold fold;

    PairFolding(PairFold fold) {
        this.fold = fold;
    }

    /** Folds in the order given, which is ledger order within each pair. */
    void fold(Connection connection, List<FoldInput> inputs, MemberRegistry registry) throws SQLException {
        if (inputs.isEmpty()) {
            return;
        }
        FoldTables tables = new FoldTables(connection);
        FoldBuffer buffer = readAhead(tables, inputs);
        StatementRows rows = new StatementRows();
        Map<Pair, Long> progress = new HashMap<>();
        for (FoldInput input : inputs) {
            switch (take(input, registry, buffer)) {
                case BatchOutcome.Accepted(var batch, var statements, var remarks) ->
                    rows.add(input.evidenceId(), batch, remarked(statements, remarks), buffer);
                case BatchOutcome.Quarantined(var findings, var headMoved) ->
                    tables.putQuarantine(input.evidenceId(), headMoved, FindingBytes.write(findings));
            }
            buffer.keep();
            progress.put(input.stream().pair(), input.evidenceId());
        }
        rows.insert(connection);
        tables.putStreams(buffer.changedStreams());
        tables.putSubjects(buffer.changedSubjects());
        for (Map.Entry<Pair, Long> each : progress.entrySet()) {
            tables.putProgress(each.getKey(), each.getValue());
        }
    }

    /** What is odd about a batch that counts, such as a time before its predecessor's, is shown with each of its statements. */
    private static List<StatementOutcome> remarked(List<StatementOutcome> statements, List<Finding> remarks) {
        if (remarks.isEmpty()) {
            return statements;
        }
        return statements.stream()
                .map(each -> new StatementOutcome(
                        each.statement(),
                        each.at(),
                        each.standing(),
                        each.overtakenBy(),
                        Stream.concat(each.findings().stream(), remarks.stream())
                                .toList()))
                .toList();
    }

    /** A fault of this software on one value sets that value aside; it must not hold up all others. */
    private BatchOutcome take(FoldInput input, MemberRegistry registry, FoldBuffer buffer) {
        try {
            return fold.take(input.write(), input.parsed(), registry, buffer);
        } catch (RuntimeException e) {
            buffer.drop();
            return new BatchOutcome.Quarantined(
                    List.of(Finding.of(
                            LedgerCode.LEDGER_FOLD_FAILED, "", e.getClass().getSimpleName())),
                    false);
        }
    }

    private static FoldBuffer readAhead(FoldTables tables, List<FoldInput> inputs) throws SQLException {
        Set<StreamId> streams = new HashSet<>();
        List<StatementId> ids = new ArrayList<>();
        Set<SubjectKey> subjects = new HashSet<>();
        for (FoldInput input : inputs) {
            if (input.parsed() instanceof Checked.Accepted<Batch>(var batch, var remarks)) {
                streams.add(batch.header().stream());
                batch.statements().forEach(each -> {
                    StatementDraft draft = each.statement().draft();
                    ids.add(draft.id());
                    subjects.add(new SubjectKey(draft.stream().pair(), draft.subject()));
                });
            }
        }
        FoldBuffer buffer = new FoldBuffer();
        tables.readStreams(streams, buffer);
        tables.readContents(ids, buffer);
        tables.readSubjects(subjects, buffer);
        return buffer;
    }
}
