package org.entente.api.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.certs.credential.status.StatusCode;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.origin.CertificateClient;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.CertificateState;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/**
 * What the own fold says of a certificate, where this member is one of the two to whom it matters. Nobody else has to
 * answer for that: it holds while every process of the issuer is dead.
 */
@Component
class LedgerCopy {
    /** A ledger without news is no older than a list may be that states no end: a copy that stopped growing is none. */
    private static final Duration LONGEST = VerifyPolicy.STANDARD.longestList();

    private final CertificateClient certificates;
    private final MemberId self;

    LedgerCopy(CertificateClient certificates, MemberId self) {
        this.certificates = certificates;
        this.self = self;
    }

    /**
     * What the fold says.
     *
     * @param partner the other side
     * @param answer where it stands
     * @param isCurrent whether the ledger was followed of late
     */
    record Copy(MemberId partner, CertificateAnswer answer, boolean isCurrent) {
        /** What stands, if everything is known. */
        Optional<CertificateState> state() {
            return answer instanceof CertificateAnswer.Known(CertificateView view, var complete, var open)
                    ? Optional.of(view.state())
                    : Optional.empty();
        }

        /** Up to where everything that both said is known. */
        CompleteUpTo completeUpTo() {
            return switch (answer) {
                case CertificateAnswer.Known(var view, var complete, var open) -> complete;
                case CertificateAnswer.Unknown(var complete, var open) -> complete;
                case CertificateAnswer.CouldNotCheck(var reason, var last, var complete) -> complete;
            };
        }

        /** Whether such a certificate stands, or stood when everything was known. */
        boolean names() {
            return switch (answer) {
                case CertificateAnswer.Known known -> true;
                case CertificateAnswer.Unknown(var complete, var open) -> !open.isEmpty();
                case CertificateAnswer.CouldNotCheck(var reason, var last, var complete) -> last.isPresent();
            };
        }

        /** Where the issuer stated exactly this certificate. */
        Optional<Position> statedAt(Certificate certificate) {
            return state().filter(state -> state.certificate().equals(certificate))
                    .map(state -> state.issued().at());
        }

        /**
         * Whether the issuer's word is known from the ledger of late, so that no list is needed: a revocation is a statement.
         * A suspension is none; only a list says it. Without a list at hand, one is not noticed while the issuer is down.
         */
        boolean settlesStatus() {
            return isCurrent && state().isPresent();
        }

        /** Adds what stands against it. */
        void judge(Findings findings) {
            switch (answer) {
                case CertificateAnswer.Known(var view, var complete, var open) ->
                    view.state()
                            .cancelled()
                            .ifPresent(event -> findings.add(
                                    StatusCode.STATUS_REVOKED,
                                    "",
                                    "cancelled in block " + event.at().block()));
                case CertificateAnswer.Unknown(var complete, var open) ->
                    findings.add(
                            VerificationCode.VERIFICATION_STATEMENT_MISSING, "", "up to block " + complete.block());
                case CertificateAnswer.CouldNotCheck(var reason, var last, var complete) ->
                    findings.add(
                            VerificationCode.VERIFICATION_LEDGER_INCOMPLETE,
                            "",
                            reason + ", complete up to block " + complete.block());
            }
        }
    }

    /**
     * The own copy of a certificate.
     *
     * @param id which
     * @param importer to whom it was issued, if that is known
     * @param trust of this check
     * @param now the moment of the check
     * @return the copy; empty where this member is neither issuer nor importer
     */
    Optional<Copy> of(CertificateId id, Optional<MemberId> importer, Trust trust, Instant now) {
        Optional<MemberId> partner = id.issuer().equals(self)
                ? importer.filter(other -> !other.equals(self))
                : importer.isEmpty() || importer.get().equals(self) ? Optional.of(id.issuer()) : Optional.empty();
        return partner.map(other ->
                Objects.requireNonNull(between(List.of(id), other, trust, now).get(id)));
    }

    /**
     * The own copy of what two members said of certificates, in as many questions as about one.
     *
     * @param ids which
     * @param partner the one of the two that is not this member
     * @param trust of this check
     * @param now the moment of the check
     * @return of each the copy
     */
    Map<CertificateId, Copy> between(Collection<CertificateId> ids, MemberId partner, Trust trust, Instant now) {
        boolean current = isCurrent(trust, now);
        Map<CertificateId, Copy> copies = new HashMap<>();
        certificates.statuses(ids, partner).forEach((id, answer) -> copies.put(id, new Copy(partner, answer, current)));
        return copies;
    }

    /** Adds that the ledger was not followed of late, or never: nobody knows then what its members have said since. */
    static void judgeAge(Trust trust, Instant now, Findings findings) {
        if (!isCurrent(trust, now)) {
            findings.add(
                    CredentialCode.CREDENTIAL_TRUST_STALE,
                    "",
                    trust.asOf()
                            .map(asOf -> "nothing came from the ledger since " + asOf.time())
                            .orElse("nothing came from the ledger yet"));
        }
    }

    private static boolean isCurrent(Trust trust, Instant now) {
        return trust.asOf()
                .filter(asOf -> !asOf.time().plus(LONGEST).isBefore(now))
                .isPresent();
    }
}
