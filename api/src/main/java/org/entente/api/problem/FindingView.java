package org.entente.api.problem;

import org.entente.client.finding.ShownFinding;
import org.entente.model.finding.Finding;
import org.entente.model.finding.LegalReference;
import org.entente.model.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One finding as callers see it.
 *
 * @param code of the error catalogue
 * @param severity how grave
 * @param pointer where in the body (RFC 6901)
 * @param detail the particulars, in English
 * @param law the legal reference, where a law decides
 */
public record FindingView(
        String code,
        Severity severity,
        String pointer,
        String detail,
        @Nullable Law law) {
    /**
     * Where a law decides.
     *
     * @param source the legal text
     * @param clause the article or rule in it
     * @param verified whether the primary text was read
     */
    public record Law(String source, String clause, boolean verified) {
        private static Law of(LegalReference law) {
            return new Law(law.source(), law.clause(), law.verified());
        }
    }

    /**
     * Shows a finding.
     *
     * @param finding what was found
     * @return its view
     */
    public static FindingView of(Finding finding) {
        return of(ShownFinding.of(finding));
    }

    /**
     * Shows a stored finding.
     *
     * @param finding what was found
     * @return its view
     */
    public static FindingView of(ShownFinding finding) {
        return new FindingView(
                finding.code(),
                finding.severity(),
                finding.pointer(),
                finding.detail(),
                finding.law().map(Law::of).orElse(null));
    }
}
