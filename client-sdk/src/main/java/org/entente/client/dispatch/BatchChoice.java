package org.entente.client.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Finding;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.RuleBook;
import org.entente.model.fold.Said;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberKeys;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementDraft;

/**
 * Decides which waiting statements make the next batch. Each is judged on the folded state, with the own statements that
 * are on their way and the earlier ones of the batch on top: of two parallel uses of one balance only the first passes,
 * and the second takes no number. Made for one batch.
 */
final class BatchChoice {
    private static final int HEADER_BYTES = 2_000;

    private final RuleBook rules;
    private final MemberKeys audienceKeys;
    private final DispatchSettings settings;
    private final Instant now;
    private final StreamView view;
    private final Map<String, byte[]> states;
    private final Set<String> heldSubjects;
    private final List<WaitingRow> chosen = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    BatchChoice(RuleBook rules, MemberKeys audienceKeys, DispatchSettings settings, Instant now, StreamView view) {
        this.rules = rules;
        this.audienceKeys = audienceKeys;
        this.settings = settings;
        this.now = now;
        this.view = view;
        this.states = new HashMap<>(view.states());
        this.heldSubjects = new HashSet<>(view.heldSubjects());
    }

    List<WaitingRow> chosen() {
        return chosen;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    BatchChoice choose() {
        for (StatementDraft draft : view.unfolded()) {
            if (judge(draft).orElse(null) instanceof Judgement.Stands<byte[]>(byte[] next, var remarks)) {
                states.put(draft.subject(), next);
            }
        }
        int bytes = HEADER_BYTES;
        for (WaitingRow row : view.waiting()) {
            if (!chosen.isEmpty() && bytes + row.sealedBytes() + 1 > settings.maxBytes()) {
                break;
            }
            if (passes(row)) {
                chosen.add(row);
                bytes += row.sealedBytes() + 1;
            }
        }
        return this;
    }

    private boolean passes(WaitingRow row) {
        StatementDraft draft = row.draft();
        Digest said = view.said().get(draft.id());
        if (said != null) {
            verdicts.add(said.equals(row.content()) ? Verdict.saidBefore(row) : reused(row));
            return false;
        }
        if (!audienceKeys.reads(draft.type().name(), draft.type().version())) {
            return hold(row, DispatchCode.AUDIENCE_VERSION_UNREAD);
        }
        if (heldSubjects.contains(draft.subject())) {
            return hold(row, DispatchCode.SUBJECT_HELD_UP);
        }
        try {
            return passesRules(row, judge(draft));
        } catch (RuntimeException e) {
            return hold(row, DispatchCode.RULES_FAILED);
        }
    }

    private boolean passesRules(WaitingRow row, Optional<Judgement<byte[]>> judgement) {
        if (judgement.isEmpty()) {
            verdicts.add(Verdict.refused(
                    row,
                    List.of(Finding.of(
                            StatementCode.STATEMENT_VERSION_UNKNOWN,
                            "/type",
                            row.draft().type().toString()))));
            return false;
        }
        return switch (judgement.get()) {
            case Judgement.Stands<byte[]>(byte[] next, var remarks) -> {
                states.put(row.draft().subject(), next);
                yield true;
            }
            case Judgement.Overtaken<byte[]>(var by, var reason) -> {
                verdicts.add(Verdict.overtaken(row, by, reason));
                yield false;
            }
            case Judgement.Refused<byte[]>(var findings) -> {
                verdicts.add(Verdict.refused(row, findings));
                yield false;
            }
        };
    }

    private boolean hold(WaitingRow row, DispatchCode code) {
        heldSubjects.add(row.draft().subject());
        verdicts.add(Verdict.held(row, code));
        return false;
    }

    private Optional<Judgement<byte[]>> judge(StatementDraft draft) {
        return rules.judge(
                Optional.ofNullable(states.get(draft.subject())), new Said(draft, Said.BEFORE_ORDERING, now));
    }

    private static Verdict reused(WaitingRow row) {
        return Verdict.refused(
                row,
                List.of(Finding.of(
                        StatementCode.STATEMENT_ID_REUSED, "/statementId", "used before with other content")));
    }
}
