package org.entente.api.verification;

import java.util.Locale;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Severity;
import org.springframework.context.MessageSource;

/**
 * A reason as people read it.
 *
 * @param code of the error catalogue; never translated
 * @param severity how grave
 * @param words what the code means, in the caller's language
 * @param pointer where in the document (RFC 6901)
 * @param detail the particulars, in English
 */
public record ReasonView(String code, Severity severity, String words, String pointer, String detail) {
    static ReasonView of(Finding finding, MessageSource messages, Locale language) {
        String code = finding.code().name();
        String title = finding.code().title();
        String words = messages.getMessage("code." + code, null, title, language);
        return new ReasonView(
                code, finding.code().severity(), words == null ? title : words, finding.pointer(), finding.detail());
    }
}
