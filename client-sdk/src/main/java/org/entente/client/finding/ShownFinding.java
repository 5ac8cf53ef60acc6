package org.entente.client.finding;

import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.finding.LegalReference;
import org.entente.model.finding.Severity;

/**
 * A finding as it was stored: its code is text, since the software that found it may have known more codes than this one.
 *
 * @param code of the error catalogue
 * @param severity how grave
 * @param pointer where (RFC 6901)
 * @param detail particulars for a person; may quote the input
 * @param law the legal reference, where a law decides
 */
public record ShownFinding(
        String code, Severity severity, String pointer, String detail, Optional<LegalReference> law) {
    /**
     * A finding as it will be shown.
     *
     * @param finding the finding
     * @return the same in stored form
     */
    public static ShownFinding of(Finding finding) {
        return new ShownFinding(
                finding.code().name(), finding.code().severity(), finding.pointer(), finding.detail(), finding.law());
    }
}
