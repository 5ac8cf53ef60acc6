package org.entente.api.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.certs.credential.status.StatusCode;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;

/** What a verdict has against something, beside what the own ledger says. */
final class Reasons {
    private Reasons() {}

    /**
     * Without what is only about lists, where the ledger settles the status; and without ends of validity before which it
     * was presented.
     *
     * @param end which end a finding is about
     */
    static Findings of(Verdict<?> verdict, boolean settled, Moments at, Function<Finding, Optional<Instant>> end) {
        Findings findings = new Findings();
        because(verdict).stream()
                .filter(finding -> !(settled && isOnlyAboutLists(finding)))
                .filter(finding -> end.apply(finding).filter(at::isInTime).isEmpty())
                .forEach(findings::add);
        return findings;
    }

    private static List<Finding> because(Verdict<?> verdict) {
        return switch (verdict) {
            case Verdict.Valid<?> valid -> List.of();
            case Verdict.Invalid<?> invalid -> invalid.because();
            case Verdict.CouldNotCheck<?> open -> open.because();
        };
    }

    /** A list that is missing, stale or unproven; a set bit stays. */
    private static boolean isOnlyAboutLists(Finding finding) {
        return !finding.isError()
                && (finding.code() instanceof StatusCode
                        || finding.code() == CredentialCode.CREDENTIAL_STATUS_UNPROVEN);
    }

    /** Revoked by list and by ledger is one reason. */
    static List<Finding> unique(Findings findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings.all()) {
            if (finding.code() != StatusCode.STATUS_REVOKED
                    || kept.stream().noneMatch(each -> each.code().equals(finding.code()))) {
                kept.add(finding);
            }
        }
        return kept;
    }

    /** Beside what is invalid they would only hide why. */
    static List<Finding> remarks(Verdict<?> verdict, Findings against) {
        return against.hasErrors() ? List.of() : verdict.remarks();
    }

    static boolean isProven(Verdict<?> verdict) {
        return verdict.basis().passed().contains(Basis.Step.PROOF);
    }
}
