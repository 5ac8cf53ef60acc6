package org.entente.api.page.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.api.certificate.HistoryEntry;
import org.entente.api.problem.FindingView;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Cancelled;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Outcome;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.UseKey;

/**
 * Something that was said of a certificate, as a page shows it.
 *
 * @param entry what was said
 */
public record HistoryRow(HistoryEntry entry) {
    /** The message that says what happened. */
    public String words() {
        return "history."
                + entry.said().map(HistoryRow::what).orElseGet(() -> switch (entry.type()) {
                    case "origin.certificate.used" -> "used";
                    case "origin.certificate.use-reversed" -> "reversed";
                    case "origin.certificate.cancelled" -> "cancelled";
                    case "origin.certificate.acknowledged" -> "acknowledged";
                    case "origin.certificate.issued" -> "issued";
                    default -> "other";
                });
    }

    private static String what(OriginStatement said) {
        return switch (said) {
            case Issued issued -> "issued";
            case Acknowledged(var id, var outcome, var reasons) -> outcome == Outcome.ACCEPTED ? "accepted" : "refused";
            case Used used -> "used";
            case UseReversed reversed -> "reversed";
            case Cancelled cancelled -> "cancelled";
        };
    }

    /** When it was said. */
    public Instant at() {
        return entry.at();
    }

    /** The administration that said it. */
    public String author() {
        return entry.author();
    }

    /** How much was used, if it is a use. */
    public Optional<Used> used() {
        return entry.said().filter(Used.class::isInstance).map(Used.class::cast);
    }

    /** Which use is meant, if it is one or takes one back. */
    public Optional<UseKey> use() {
        return entry.said().flatMap(said -> switch (said) {
            case Used used -> Optional.of(used.use());
            case UseReversed reversed -> Optional.of(reversed.use());
            case Issued issued -> Optional.empty();
            case Acknowledged acknowledged -> Optional.empty();
            case Cancelled cancelled -> Optional.empty();
        });
    }

    /** Why it was refused, if it is a refusal. */
    public List<Reason> reasons() {
        return entry.said().orElse(null) instanceof Acknowledged acknowledged ? acknowledged.reasons() : List.of();
    }

    /** A remark for people. */
    public Optional<String> remark() {
        return entry.said().flatMap(said -> switch (said) {
            case UseReversed reversed -> reversed.remark();
            case Cancelled cancelled -> cancelled.remark();
            case Used used -> Optional.empty();
            case Issued issued -> Optional.empty();
            case Acknowledged acknowledged -> Optional.empty();
        });
    }

    /** Where it stands on the ledger; empty if it never got there. */
    public Optional<Long> block() {
        return entry.block();
    }

    /** What it led to, in short; empty if it has the effect that it says. */
    public Optional<String> withoutEffect() {
        if (entry.standing() == Standing.STANDS) {
            return Optional.empty();
        }
        return Optional.of(entry.block().isPresent() ? "history." + entry.standing() : "history.unheard");
    }

    /** Whether it is bad news. */
    public String kind() {
        return entry.standing() == Standing.REPEATED ? "note" : "invalid";
    }

    /** Why it has no effect, and remarks. */
    public List<FindingView> findings() {
        return entry.standing() == Standing.STANDS ? List.of() : entry.findings();
    }
}
