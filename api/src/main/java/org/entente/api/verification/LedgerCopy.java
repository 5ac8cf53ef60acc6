package org.entente.api.verification;

import java.util.Optional;
import org.entente.certs.credential.status.StatusCode;
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
import org.springframework.stereotype.Component;

/**
 * What the own fold says of a certificate, where this member is one of the two to whom it matters. Nobody else has to
 * answer for that: it holds while every process of the issuer is dead.
 */
@Component
class LedgerCopy {
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
     */
    record Copy(MemberId partner, CertificateAnswer answer) {
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

        /** Whether the issuer's word on revocation and suspension is known from the ledger, newer than any list. */
        boolean settlesStatus() {
            return state().isPresent();
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
     * @return the copy; empty where this member is neither issuer nor importer
     */
    Optional<Copy> of(CertificateId id, Optional<MemberId> importer) {
        Optional<MemberId> partner = id.issuer().equals(self)
                ? importer.filter(other -> !other.equals(self))
                : importer.isEmpty() || importer.get().equals(self) ? Optional.of(id.issuer()) : Optional.empty();
        return partner.map(other -> between(id, other));
    }

    /**
     * The own copy of what two members said of a certificate.
     *
     * @param id which
     * @param partner the one of the two that is not this member
     * @return the copy
     */
    Copy between(CertificateId id, MemberId partner) {
        return new Copy(partner, certificates.status(id, partner));
    }
}
