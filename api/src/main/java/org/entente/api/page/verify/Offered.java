package org.entente.api.page.verify;

import java.util.List;
import org.entente.model.finding.Finding;

/**
 * What somebody offered to be checked.
 *
 * @param text a seal, a credential, a link or a number
 * @param findings why a file could not be read; then there is no text
 */
record Offered(String text, List<Finding> findings) {
    boolean isUnreadable() {
        return !findings.isEmpty();
    }

    boolean isNumber() {
        return findings.isEmpty() && !EvidenceChecking.isEvidence(text);
    }
}
