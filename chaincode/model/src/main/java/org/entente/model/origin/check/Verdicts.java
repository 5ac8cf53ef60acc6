package org.entente.model.origin.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.finding.LegalReference;
import org.entente.model.origin.agreement.Datum;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.OriginCode;

/** Turns what the law says, and how surely, into findings. */
final class Verdicts {
    private final CertificateDraft draft;
    private final Findings findings;
    private final Set<Mention> mentioned = new HashSet<>();

    /** That a rule rests on what nobody verified is said once. */
    private record Mention(OriginCode code, LegalReference law) {}

    Verdicts(CertificateDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    boolean isKnown(String... members) {
        for (String member : members) {
            if (!draft.isKnown(member)) {
                return false;
            }
        }
        return true;
    }

    /** A rule that needs no law: parts that contradict one another. */
    void error(OriginCode code, String member, String detail) {
        if (isKnown(member)) {
            findings.add(code, draft.pointer() + member, detail);
        }
    }

    void remark(OriginCode code, String member, String detail, LegalReference law) {
        if (isKnown(member)) {
            findings.add(code, draft.pointer() + member, detail, law);
        }
    }

    <T> void rule(Datum<T> law, Predicate<T> kept, OriginCode code, String member, String detail) {
        rule(law, kept, code, member, () -> detail);
    }

    /** For particulars that take time to write: they are asked for only where the rule is broken. */
    <T> void rule(Datum<T> law, Predicate<T> kept, OriginCode code, String member, Supplier<String> detail) {
        rule(List.of(law), kept, code, member, detail);
    }

    /**
     * Judges one rule.
     *
     * @param possible what the text may have said on the day that counts, at least one datum
     * @param kept whether the certificate keeps what a text says
     * @param code raised if every possible text was verified and none is kept
     * @param detail the particulars, asked for only where the rule is broken
     */
    <T> void rule(List<Datum<T>> possible, Predicate<T> kept, OriginCode code, String member, Supplier<String> detail) {
        if (!isKnown(member)) {
            return;
        }
        List<Datum<T>> broken = broken(possible, kept);
        String at = draft.pointer().isEmpty() ? member : draft.pointer() + member;
        if (broken.isEmpty()) {
            for (Datum<T> datum : possible) {
                if (!datum.law().verified() && mentioned.add(new Mention(code, datum.law()))) {
                    findings.add(OriginCode.ORIGIN_LAW_UNVERIFIED, at, "the rule of " + code.name(), datum.law());
                }
            }
        } else if (broken.size() == possible.size()
                && broken.stream().allMatch(datum -> datum.law().verified())) {
            findings.add(code, at, detail.get(), broken.getFirst().law());
        } else {
            Datum<T> doubtful = broken.stream()
                    .filter(datum -> !datum.law().verified())
                    .findFirst()
                    .orElse(broken.getFirst());
            findings.add(new Finding(
                    OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN,
                    at,
                    code.name() + ": " + detail.get(),
                    Optional.of(doubtful.law())));
        }
    }

    /** Nearly always none: nothing is made for that. */
    private static <T> List<Datum<T>> broken(List<Datum<T>> possible, Predicate<T> kept) {
        List<Datum<T>> broken = List.of();
        for (Datum<T> datum : possible) {
            if (!kept.test(datum.value())) {
                broken = broken.isEmpty() ? new ArrayList<>(possible.size()) : broken;
                broken.add(datum);
            }
        }
        return broken;
    }
}
