package org.entente.client.origin;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Outbox;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.FoldedState;
import org.entente.client.show.SubjectAnswer;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.json.StrictJson;
import org.entente.model.member.MemberId;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementDraft;
import tools.jackson.databind.JsonNode;

/**
 * States what happens to certificates of origin and tells where they stand. A statement is judged twice: here, on what is
 * known now, so that a caller hears every finding at once; and again when it is numbered, which is what counts.
 */
public final class CertificateClient {
    private static final int MOST_STATE_BYTES = 64 * 1024 * 1024;

    private final Outbox outbox;
    private final FoldedState state;
    private final CertificateRules rules;
    private final InstantSource clock;

    /**
     * A client over a running node.
     *
     * @param node any instance of the member
     * @param rules the rules of certificates; the node's rule book must hold the same
     * @return the client; it may be used by many threads and needs no closing
     */
    public static CertificateClient of(MemberNode node, CertificateRules rules) {
        return new CertificateClient(node.outbox(), node.state(), rules, node.clock());
    }

    /**
     * A client over the parts of a node.
     *
     * @param outbox the node's outbox
     * @param state the node's folded state
     * @param rules the rules of certificates; the node's rule book must hold the same
     * @param clock the member's clock
     */
    public CertificateClient(Outbox outbox, FoldedState state, CertificateRules rules, InstantSource clock) {
        this.outbox = outbox;
        this.state = state;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * States that this member issued a certificate.
     *
     * @param name who asks
     * @param importer the administration of the importing country
     * @param issued the certificate
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance issue(RequestName name, MemberId importer, OriginStatement.Issued issued)
            throws InterruptedException {
        return say(name, importer, issued);
    }

    /**
     * States that this member looked at a partner's certificate.
     *
     * @param name who asks
     * @param acknowledged accepted or refused
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance acknowledge(RequestName name, OriginStatement.Acknowledged acknowledged)
            throws InterruptedException {
        return say(name, acknowledged.certificateId().issuer(), acknowledged);
    }

    /**
     * States that a declaration used a part of a partner's certificate.
     *
     * @param name who asks
     * @param used what was used
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance use(RequestName name, OriginStatement.Used used) throws InterruptedException {
        return say(name, used.certificateId().issuer(), used);
    }

    /**
     * States that a use no longer counts.
     *
     * @param name who asks
     * @param reversed which use
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance reverseUse(RequestName name, OriginStatement.UseReversed reversed) throws InterruptedException {
        return say(name, reversed.certificateId().issuer(), reversed);
    }

    /**
     * States that this member's certificate no longer counts.
     *
     * @param name who asks
     * @param importer the administration to which it was issued
     * @param cancelled which certificate
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance cancel(RequestName name, MemberId importer, OriginStatement.Cancelled cancelled)
            throws InterruptedException {
        return say(name, importer, cancelled);
    }

    /**
     * States anything about a certificate: what the other methods do, for whoever does not tell the kinds apart.
     *
     * @param name who asks
     * @param audience to whom: for a certificate of this member the importing side, otherwise the issuer
     * @param statement what
     * @return accepted, or every finding
     * @throws InterruptedException if the waiting thread is asked to end; make the same request again
     */
    public Acceptance say(RequestName name, MemberId audience, OriginStatement statement) throws InterruptedException {
        return switch (judged(name, audience, statement)) {
            case Checked.Rejected<StatementRequest>(var findings) -> new Acceptance.Invalid(findings);
            case Checked.Accepted<StatementRequest>(var request, var remarks) -> outbox.accept(request);
        };
    }

    /**
     * Judges a statement on what is known now, without saying it: for a caller that hands the request to
     * {@link Outbox#acceptIn} in a transaction of its own.
     *
     * @param name who asks
     * @param audience to whom
     * @param statement what
     * @return the request, or every finding
     */
    public Checked<StatementRequest> judged(RequestName name, MemberId audience, OriginStatement statement) {
        StatementRequest request = request(name, audience, statement);
        return switch (outbox.draft(request)) {
            case Checked.Rejected<StatementDraft>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<StatementDraft>(var draft, var remarks) -> {
                // A request that is known already is answered as the first time, whatever has happened since.
                List<Finding> reasons =
                        outbox.status(draft.id()).isPresent() ? List.of() : reasonsAgainst(draft, audience);
                yield reasons.isEmpty() ? new Checked.Accepted<>(request, remarks) : new Checked.Rejected<>(reasons);
            }
        };
    }

    /**
     * The request that a statement about a certificate makes, not judged.
     *
     * @param name who asks
     * @param audience to whom
     * @param statement what
     * @return the request
     */
    public static StatementRequest request(RequestName name, MemberId audience, OriginStatement statement) {
        return new StatementRequest(
                name.client(),
                name.route(),
                name.key(),
                audience,
                statement.type(),
                statement.certificateId().subject(),
                name.effectiveFrom(),
                name.officer(),
                statement.body());
    }

    private List<Finding> reasonsAgainst(StatementDraft draft, MemberId partner) {
        Said said = new Said(draft, Said.BEFORE_ORDERING, clock.instant());
        if (draft.stream().audience().equals(draft.stream().author())
                || !outbox.open(partner, draft.subject()).isEmpty()) {
            // Own statements on their way change what stands: only the dispatcher, which knows their order, can judge.
            return List.of();
        }
        Optional<byte[]> current = state.subject(partner, draft.subject()).state();
        return state.rules()
                .judge(current, said)
                .map(judgement -> switch (judgement) {
                    case Judgement.Stands<byte[]>(var next, var remarks) -> List.<Finding>of();
                    case Judgement.Overtaken<byte[]>(var by, var reason) -> List.of(reason);
                    case Judgement.Refused<byte[]>(var findings) -> findings;
                })
                .orElse(List.of());
    }

    /**
     * Where a certificate stands between this member and a partner.
     *
     * @param id the certificate
     * @param partner the other administration: for the importing side the issuer, for the issuer the importing side
     * @return what is known, or that it could not be checked
     */
    public CertificateAnswer status(CertificateId id, MemberId partner) {
        return statuses(List.of(id), partner).values().iterator().next();
    }

    /**
     * Where many certificates stand between this member and one partner, in as many questions as about one.
     *
     * @param ids the certificates
     * @param partner the other administration of all of them
     * @return of each what is known, or that it could not be checked
     */
    public Map<CertificateId, CertificateAnswer> statuses(Collection<CertificateId> ids, MemberId partner) {
        List<String> subjects = ids.stream().map(CertificateId::subject).toList();
        // Before what stands: what settles in between is then seen twice rather than not at all.
        Map<String, List<OutboxStatus>> open = outbox.open(partner, subjects);
        Map<String, SubjectAnswer> answers = state.subjects(partner, subjects);
        Map<CertificateId, CertificateAnswer> statuses = new LinkedHashMap<>();
        for (CertificateId id : ids) {
            statuses.put(
                    id,
                    status(
                            java.util.Objects.requireNonNull(answers.get(id.subject())),
                            open.getOrDefault(id.subject(), List.of())));
        }
        return statuses;
    }

    private CertificateAnswer status(SubjectAnswer answer, List<OutboxStatus> open) {
        Optional<CertificateView> view = answer.state().map(this::view);
        if (!answer.isWhole()) {
            CertificateAnswer.Reason reason =
                    answer.parked() ? CertificateAnswer.Reason.VERSION_UNKNOWN : CertificateAnswer.Reason.BYTES_MISSING;
            return new CertificateAnswer.CouldNotCheck(reason, view, answer.completeUpTo());
        }
        return view.<CertificateAnswer>map(known -> new CertificateAnswer.Known(known, answer.completeUpTo(), open))
                .orElseGet(() -> new CertificateAnswer.Unknown(answer.completeUpTo(), open));
    }

    private CertificateView view(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MOST_STATE_BYTES)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> rules.view(rules.readState(node));
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new IllegalStateException("a stored state is damaged: rebuild");
        };
    }
}
