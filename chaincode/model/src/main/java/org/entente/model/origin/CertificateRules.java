package org.entente.model.origin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.fold.SubjectRules;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a certificate between the administration that issued it and the one that uses it.
 *
 * <p>A certificate is issued and cancelled by the exporting side only, acknowledged and used by the importing side only.
 * What contradicts an earlier statement of the other side is <em>overtaken</em> by it: a use after a cancellation, a
 * cancellation after a use. What contradicts its own author's earlier statements, or a rule, is <em>refused</em>. So the
 * balance of an item never leaves 0 to its quantity, and nothing of a cancelled certificate is used.
 */
public final class CertificateRules implements SubjectRules<CertificateState> {
    private final RuleSets ruleSets;
    private final IssueJudge issues;
    private final UseJudge uses;
    private final StandingJudge standings;

    /**
     * Rules over some rule sets.
     *
     * @param ruleSets the rule sets that are known; {@link RuleSets#shipped()} in production
     */
    public CertificateRules(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
        this.issues = new IssueJudge(ruleSets);
        this.uses = new UseJudge(ruleSets);
        this.standings = new StandingJudge();
    }

    @Override
    public Set<StatementType> types() {
        return Set.of(
                OriginStatement.ISSUED,
                OriginStatement.ACKNOWLEDGED,
                OriginStatement.USED,
                OriginStatement.USE_REVERSED,
                OriginStatement.CANCELLED);
    }

    @Override
    public Map<String, Digest> data() {
        Map<String, Digest> data = new TreeMap<>();
        ruleSets.all().forEach(each -> data.put(each.name(), each.digest()));
        data.put("units", CertificateCheck.unitsDigest());
        return data;
    }

    @Override
    public boolean knows(Said said) {
        return !said.draft().type().equals(OriginStatement.ISSUED)
                || namesKnownRuleSet(said.draft().body())
                || BodyReader.draft(said.draft().body(), new Findings())
                        .flatMap(CertificateDraft::certificate)
                        .map(certificate ->
                                ruleSets.named(certificate.ruleSet()).isPresent())
                        .orElse(true);
    }

    /** The whole certificate is read only where this does not settle it: it will be read again when it is judged. */
    private boolean namesKnownRuleSet(JsonNode body) {
        JsonNode name = body.path("certificate").path("ruleSet");
        return name.isString() && ruleSets.named(name.stringValue()).isPresent();
    }

    @Override
    public Judgement<CertificateState> judge(Optional<CertificateState> state, Said said) {
        if (said.draft().type().equals(OriginStatement.ISSUED)) {
            return issues.judge(state, said);
        }
        return switch (OriginStatement.read(said.draft().type(), said.draft().body())) {
            case Checked.Rejected<OriginStatement>(var findings) -> new Judgement.Refused<>(findings);
            case Checked.Accepted<OriginStatement>(var statement, var remarks) ->
                checkSubject(statement.certificateId(), said)
                        .or(() -> checkAuthor(statement, said))
                        .orElseGet(() -> judgeOther(state, statement, said));
        };
    }

    private Judgement<CertificateState> judgeOther(
            Optional<CertificateState> state, OriginStatement statement, Said said) {
        if (state.isEmpty()) {
            return refused(
                    OriginCode.ORIGIN_CERTIFICATE_UNKNOWN,
                    "/subject",
                    said.draft().subject());
        }
        return switch (statement) {
            case OriginStatement.Issued issued ->
                throw new IllegalStateException("judged elsewhere: " + issued.certificateId());
            case OriginStatement.Acknowledged acknowledged -> standings.acknowledge(state.get(), acknowledged, said);
            case OriginStatement.Cancelled cancelled -> standings.cancel(state.get(), said);
            case OriginStatement.Used used -> uses.use(state.get(), used, said);
            case OriginStatement.UseReversed reversed -> uses.reverse(state.get(), reversed, said);
        };
    }

    /** The exporting side cancels; the importing side, to whom the certificate was addressed, says everything else. */
    private static Optional<Judgement<CertificateState>> checkAuthor(OriginStatement statement, Said said) {
        boolean byIssuer = said.author().equals(statement.certificateId().issuer());
        boolean forIssuer = statement.type().equals(OriginStatement.CANCELLED);
        boolean toIssuer = said.draft().stream()
                .audience()
                .equals(statement.certificateId().issuer());
        return byIssuer == forIssuer && (byIssuer || toIssuer)
                ? Optional.empty()
                : Optional.of(refused(
                        OriginCode.ORIGIN_AUTHOR_NOT_ENTITLED,
                        "/author",
                        said.author().value()));
    }

    static Optional<Judgement<CertificateState>> checkSubject(CertificateId id, Said said) {
        return id.subject().equals(said.draft().subject())
                ? Optional.empty()
                : Optional.of(refused(OriginCode.ORIGIN_SUBJECT_MISMATCH, "/subject", "expected " + id.subject()));
    }

    @Override
    public JsonNode writeState(CertificateState state) {
        return StateJson.write(state);
    }

    @Override
    public CertificateState readState(JsonNode json) {
        return StateJson.read(json);
    }

    /** A new state is the certificate just read, and the statement: what is equal to what was read is not read again. */
    @Override
    public void checkReadable(JsonNode written, Said said) {
        boolean asRead = said.draft().type().equals(OriginStatement.ISSUED)
                && written.size() == StateJson.MEMBERS_WHEN_ISSUED
                && written.path("certificate").equals(said.draft().body().path("certificate"));
        if (asRead) {
            StateJson.checkIssued(written);
        } else {
            var ignored = readState(written);
        }
    }

    /**
     * Answers questions about a state.
     *
     * @param state a state that these rules gave
     * @return its view
     */
    public CertificateView view(CertificateState state) {
        return new CertificateView(state, ruleSets);
    }

    static CertificateState.Event event(Said said) {
        return new CertificateState.Event(said.draft().id(), said.author(), said.at());
    }

    static Judgement<CertificateState> refused(OriginCode code, String pointer, String detail) {
        return new Judgement.Refused<>(List.of(Finding.of(code, pointer, detail)));
    }

    static Judgement<CertificateState> overtaken(
            CertificateState.Event by, OriginCode code, String pointer, String detail) {
        return new Judgement.Overtaken<>(by.id(), Finding.of(code, pointer, detail));
    }

    static Judgement<CertificateState> unchanged(CertificateState state, CertificateState.Event earlier) {
        return new Judgement.Stands<>(
                state,
                List.of(Finding.of(
                        OriginCode.ORIGIN_SAID_BEFORE, "", earlier.id().hex())));
    }
}
