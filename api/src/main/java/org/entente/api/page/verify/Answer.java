package org.entente.api.page.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.problem.FindingView;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.CertificateId;

/**
 * What checking gave.
 *
 * @param kind valid, invalid or unsure
 * @param because every reason; for valid, remarks
 * @param id the certificate, as far as the text itself says so; only a valid answer vouches for it
 * @param newest the time of the newest information that was used
 */
public record Answer(String kind, List<FindingView> because, Optional<CertificateId> id, Optional<Instant> newest) {
    static <T> Answer of(Verdict<T> verdict, Optional<CertificateId> claimed) {
        Basis basis = verdict.basis();
        return switch (verdict) {
            case Verdict.Valid<T> valid -> of("valid", valid.remarks(), claimed, basis.newestInformation());
            case Verdict.Invalid<T> invalid -> of("invalid", invalid.because(), claimed, basis.newestInformation());
            case Verdict.CouldNotCheck<T> unsure -> of("unsure", unsure.because(), claimed, basis.newestInformation());
        };
    }

    static Answer of(String kind, List<Finding> because, Optional<CertificateId> id, Optional<Instant> newest) {
        return new Answer(kind, because.stream().map(FindingView::of).toList(), id, newest);
    }

    /** The message that says it in words. */
    public String words() {
        return "answer." + kind;
    }
}
