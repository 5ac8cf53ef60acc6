package org.entente.model.origin.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Set<String> mentioned = new HashSet<>();

    Verdicts(CertificateDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    boolean isKnown(String... members) {
        return Arrays.stream(members).allMatch(draft::isKnown);
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
        rule(List.of(law), kept, code, member, detail);
    }

    /**
     * Judges one rule.
     *
     * @param possible what the text may have said on the day that counts, at least one datum
     * @param kept whether the certificate keeps what a text says
     * @param code raised if every possible text was verified and none is kept
     */
    <T> void rule(List<Datum<T>> possible, Predicate<T> kept, OriginCode code, String member, String detail) {
        if (!isKnown(member)) {
            return;
        }
        List<Datum<T>> broken =
                possible.stream().filter(datum -> !kept.test(datum.value())).toList();
        String at = draft.pointer() + member;
        if (broken.isEmpty()) {
            possible.stream()
                    .map(Datum::law)
                    .filter(law -> !law.verified() && mentioned.add(code + "|" + law))
                    .forEach(law ->
                            findings.add(OriginCode.ORIGIN_LAW_UNVERIFIED, at, "the rule of " + code.name(), law));
        } else if (broken.size() == possible.size()
                && broken.stream().allMatch(datum -> datum.law().verified())) {
            findings.add(code, at, detail, broken.getFirst().law());
        } else {
            Datum<T> doubtful = broken.stream()
                    .filter(datum -> !datum.law().verified())
                    .findFirst()
                    .orElse(broken.getFirst());
            findings.add(new Finding(
                    OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN,
                    at,
                    code.name() + ": " + detail,
                    Optional.of(doubtful.law())));
        }
    }
}
