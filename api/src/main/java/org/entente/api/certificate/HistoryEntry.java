package org.entente.api.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.problem.FindingView;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.origin.OriginStatement;

/**
 * Something that one of the two sides said of a certificate.
 *
 * @param at when it was said: the author's own time, or that of acceptance if it never reached the ledger
 * @param author ISO 3166-1 alpha-2 code of the administration
 * @param type what was said, for example {@code origin.certificate.used}
 * @param said the statement; empty if this software does not read it, or if it never reached the ledger
 * @param block where it stands on the ledger; empty if it never got there
 * @param standing what it led to
 * @param findings why it had no effect, and remarks
 */
public record HistoryEntry(
        Instant at,
        String author,
        String type,
        Optional<OriginStatement> said,
        Optional<Long> block,
        Standing standing,
        List<FindingView> findings) {
    /** Keeps an unmodifiable copy. */
    public HistoryEntry {
        findings = List.copyOf(findings);
    }
}
