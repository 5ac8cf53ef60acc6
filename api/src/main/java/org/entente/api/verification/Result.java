package org.entente.api.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.verification.VerificationView.Kind;
import org.entente.api.verification.VerificationView.Outcome;
import org.entente.certs.credential.verdict.Basis;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Position;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.trust.Trust;

/**
 * What a check gave.
 *
 * @param kind what was checked
 * @param because every reason against it, or why it could not be checked; empty only if it is valid
 * @param remarks what does not decide
 * @param basis what that rests on
 * @param certificate which, as far as the document says it and the form could be read
 * @param content the certificate as presented
 * @param validity from when until when, as presented
 * @param copy the own fold's answer
 * @param statedAt where on the ledger the issuer stated exactly this
 * @param choices certificates of the number that was asked for, where there are several
 * @param trust whom the check trusted, all of it as of one position
 */
record Result(
        Kind kind,
        List<Finding> because,
        List<Finding> remarks,
        Basis basis,
        Optional<CertificateId> certificate,
        Optional<Certificate> content,
        Optional<Period> validity,
        Optional<LedgerCopy.Copy> copy,
        Optional<Position> statedAt,
        List<CertificateId> choices,
        Trust trust) {
    Result {
        because = List.copyOf(because);
        remarks = List.copyOf(remarks);
        choices = List.copyOf(choices);
    }

    /**
     * From when until when.
     *
     * @param from first moment
     * @param until last moment
     */
    record Period(Instant from, Instant until) {}

    /** An error makes it invalid; anything else that decides, unchecked. */
    Outcome outcome() {
        if (because.stream().anyMatch(Finding::isError)) {
            return Outcome.INVALID;
        }
        return because.isEmpty() ? Outcome.VALID : Outcome.COULD_NOT_CHECK;
    }
}
