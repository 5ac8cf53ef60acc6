package org.entente.launcher.consortium;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.SubjectAnswer;
import org.entente.model.finding.Checked;
import org.entente.model.fold.RuleBook;
import org.entente.model.json.StrictJson;
import org.entente.model.member.MemberId;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateId;
import tools.jackson.databind.JsonNode;

/** Where an officer of one administration states things about certificates of origin, and reads what stands. */
public final class CertificateDesk {
    /** The shipped agreements. */
    public static final RuleSets RULE_SETS = RuleSets.shipped();

    /** What each statement type does. */
    public static final RuleBook RULE_BOOK = new RuleBook(List.of(new CertificateRules(RULE_SETS)));

    private static final CertificateRules RULES = new CertificateRules(RULE_SETS);
    private static final int MAX_STATE = 64 * 1024 * 1024;

    private final MemberNode node;

    /**
     * A desk at a node.
     *
     * @param node any instance of the administration
     */
    public CertificateDesk(MemberNode node) {
        this.node = node;
    }

    /**
     * Hands a statement to the node.
     *
     * @param audience to whom
     * @param statement what
     * @param key the officer's idempotency key
     * @param effectiveFrom when it is true in the world
     * @return the outbox's answer
     * @throws InterruptedException if the waiting thread is asked to end
     */
    public Acceptance state(MemberId audience, OriginStatement statement, String key, Instant effectiveFrom)
            throws InterruptedException {
        return node.outbox()
                .accept(new StatementRequest(
                        "desk",
                        statement.type().name(),
                        key,
                        audience,
                        statement.type(),
                        statement.certificateId().subject(),
                        effectiveFrom,
                        "desk officer",
                        statement.body()));
    }

    /**
     * What stands about a certificate, as this administration's own fold has it.
     *
     * @param partner the other side
     * @param certificate the certificate
     * @return status and balances; empty if nothing stands
     */
    public Optional<CertificateView> view(MemberId partner, CertificateId certificate) {
        SubjectAnswer answer = node.state().subject(partner, certificate.subject());
        return answer.state().map(CertificateDesk::read);
    }

    private static CertificateView read(byte[] state) {
        return switch (StrictJson.parse(state, MAX_STATE)) {
            case Checked.Accepted<JsonNode>(var json, var remarks) -> RULES.view(RULES.readState(json));
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new IllegalStateException("the stored state cannot be read: " + findings);
        };
    }
}
