package org.entente.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.evidence.Contradiction.Kind;
import org.entente.model.statement.Statement;
import org.entente.model.statement.StatementDraft;

/**
 * Compares what one author told two partners (architecture rule 13). A fork cannot be hidden from somebody who sees both
 * files, nor can two stories about one subject. Only valid evidence accuses anybody: check both files first.
 */
public final class EvidenceComparison {
    private EvidenceComparison() {}

    /**
     * Compares the statements of two files.
     *
     * @param first valid statements of one file
     * @param second valid statements of the other
     * @return every contradiction between one of the first and one of the second, in their order
     */
    public static List<Contradiction> compare(List<EvidenceEntry> first, List<EvidenceEntry> second) {
        List<Contradiction> found = new ArrayList<>();
        for (EvidenceEntry one : first) {
            for (EvidenceEntry other : second) {
                if (one.stream().author().equals(other.stream().author())) {
                    contradiction(one, other, first, second)
                            .ifPresent(kind -> found.add(
                                    new Contradiction(kind, one.stream().author(), one, other)));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Kind> contradiction(
            EvidenceEntry one, EvidenceEntry other, List<EvidenceEntry> first, List<EvidenceEntry> second) {
        if (one.statement().equals(other.statement())) {
            boolean samePlace = one.at().equals(other.at())
                    && one.ledger().transactionId().equals(other.ledger().transactionId());
            return samePlace ? Optional.empty() : Optional.of(Kind.POSITION_DIFFERS);
        }
        return one.stream().equals(other.stream()) ? inOneStream(one, other) : inTwoStreams(one, other, first, second);
    }

    private static Optional<Kind> inOneStream(EvidenceEntry one, EvidenceEntry other) {
        Statement left = one.statement().statement();
        Statement right = other.statement().statement();
        if (left.sequence() == right.sequence()) {
            return Optional.of(Kind.SAME_SEQUENCE);
        }
        if (breaks(one, other) || breaks(other, one)) {
            return Optional.of(Kind.BROKEN_CHAIN);
        }
        boolean otherContent = left.draft().id().equals(right.draft().id())
                && !left.draft().contentDigest().equals(right.draft().contentDigest());
        return otherContent ? Optional.of(Kind.SAME_ID) : Optional.empty();
    }

    private static boolean breaks(EvidenceEntry earlier, EvidenceEntry later) {
        Statement next = later.statement().statement();
        return next.sequence() == earlier.statement().statement().sequence() + 1
                && !next.previousDigest().equals(earlier.statement().digest());
    }

    private static Optional<Kind> inTwoStreams(
            EvidenceEntry one, EvidenceEntry other, List<EvidenceEntry> first, List<EvidenceEntry> second) {
        StatementDraft left = one.statement().statement().draft();
        StatementDraft right = other.statement().statement().draft();
        if (tellsTheSame(left, right)) {
            return Optional.empty();
        }
        if (left.id().equals(right.id())) {
            return Optional.of(Kind.SAME_ID);
        }
        boolean sameSubject = left.subject().equals(right.subject())
                && left.type().name().equals(right.type().name());
        // What the other partner was told as well, in another statement, is no other story.
        return sameSubject && !isTold(left, second) && !isTold(right, first)
                ? Optional.of(Kind.SUBJECT_TOLD_DIFFERENTLY)
                : Optional.empty();
    }

    private static boolean isTold(StatementDraft draft, List<EvidenceEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> entry.stream().author().equals(draft.stream().author())
                        && tellsTheSame(draft, entry.statement().statement().draft()));
    }

    private static boolean tellsTheSame(StatementDraft one, StatementDraft other) {
        return one.type().equals(other.type())
                && one.subject().equals(other.subject())
                && one.effectiveFrom().equals(other.effectiveFrom())
                && one.body().equals(other.body());
    }
}
