package org.entente.model.origin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.RuleBook;
import org.entente.model.fold.Said;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/** Two administrations talking about one certificate, judged through the rule book with the state stored as bytes. */
final class Talk {
    static final MemberId AU = new MemberId("AU");
    static final MemberId CN = new MemberId("CN");
    private static final RuleSets RULE_SETS = RuleSets.shipped();

    private final CertificateRules rules;
    private final RuleBook book;
    private Optional<byte[]> state = Optional.empty();
    private int next;

    Talk() {
        this(RULE_SETS);
    }

    Talk(RuleSets ruleSets) {
        this.rules = new CertificateRules(ruleSets);
        this.book = new RuleBook(List.of(rules));
    }

    Judgement<byte[]> says(MemberId author, OriginStatement statement) {
        return says(author, statement.type(), statement.certificateId().subject(), statement.body());
    }

    Judgement<byte[]> says(MemberId author, StatementType type, String subject, JsonNode body) {
        return considers(author, type, subject, body).orElseThrow();
    }

    /** Empty if the statement is set aside. */
    Optional<Judgement<byte[]>> considers(MemberId author, StatementType type, String subject, JsonNode body) {
        StreamId stream = new StreamId(author, author.equals(AU) ? CN : AU);
        next++;
        return considers(stream, id(next), type, subject, body);
    }

    Optional<Judgement<byte[]>> considers(
            StreamId stream, StatementId id, StatementType type, String subject, JsonNode body) {
        StatementDraft draft = new StatementDraft(
                stream,
                id,
                type,
                subject,
                Instant.parse("2026-03-05T00:00:00Z"),
                "officer-7",
                new Salt("AAAAAAAAAAAAAAAAAAAAAA"),
                body);
        Optional<Judgement<byte[]>> judgement =
                book.judge(state, new Said(draft, new Position(next, 0, 0), Instant.parse("2026-03-05T00:00:00Z")));
        judgement.ifPresent(given -> {
            if (given instanceof Judgement.Stands<byte[]>(byte[] bytes, var remarks)) {
                state = Optional.of(bytes);
            }
        });
        return judgement;
    }

    static StatementId id(int number) {
        return new StatementId(String.format(Locale.ROOT, "%064x", number));
    }

    Optional<byte[]> bytes() {
        return state;
    }

    CertificateState state() {
        return switch (StrictJson.parse(state.orElseThrow(), 1 << 24)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> rules.readState(node);
            case Checked.Rejected<JsonNode>(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }

    CertificateView view() {
        return rules.view(state());
    }

    static List<String> codes(Judgement<byte[]> judgement) {
        List<Finding> findings = switch (judgement) {
            case Judgement.Stands<byte[]>(var bytes, var remarks) -> remarks;
            case Judgement.Overtaken<byte[]>(var by, var reason) -> List.of(reason);
            case Judgement.Refused<byte[]>(var found) -> found;
        };
        return findings.stream().map(finding -> finding.code().name()).toList();
    }

    static boolean stands(Judgement<byte[]> judgement) {
        return judgement instanceof Judgement.Stands<byte[]>;
    }

    static Optional<StatementId> overtaker(Judgement<byte[]> judgement) {
        return judgement instanceof Judgement.Overtaken<byte[]>(var by, var reason)
                ? Optional.of(by)
                : Optional.empty();
    }

    static boolean refused(Judgement<byte[]> judgement) {
        return judgement instanceof Judgement.Refused<byte[]>;
    }
}
