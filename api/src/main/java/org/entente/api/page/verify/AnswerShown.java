package org.entente.api.page.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.api.verification.PublicView;
import org.entente.api.verification.ReasonView;
import org.entente.api.verification.VerificationView;
import org.entente.model.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a check ended, as pages show it to officers and to anybody.
 *
 * @param outcome one of the three
 * @param reasons every reason, if it is not valid
 * @param remarks what does not decide
 * @param facts which certificate; left out where nobody vouches for that
 * @param newest time of the newest information used
 * @param completeUpTo the last block up to which everything that decides is known
 */
public record AnswerShown(
        VerificationView.Outcome outcome,
        List<Reason> reasons,
        List<Reason> remarks,
        @Nullable Facts facts,
        @Nullable Instant newest,
        @Nullable Long completeUpTo) {
    /**
     * A reason.
     *
     * @param kind icon: invalid, unsure or note
     * @param code of the error catalogue
     * @param words in the reader's language
     * @param detail the particulars, in English; empty for anybody
     */
    public record Reason(String kind, String code, String words, String detail) {
        private static Reason of(ReasonView reason) {
            return new Reason(AnswerShown.kind(reason.severity()), reason.code(), reason.words(), reason.detail());
        }
    }

    /**
     * Which certificate.
     *
     * @param issuer the administration's code
     * @param issuerName its name
     * @param agreement under which; empty for anybody
     * @param number its number; empty for anybody
     * @param issuedOn day of issue
     * @param validFrom first day of its validity
     * @param validUntil last day
     */
    public record Facts(
            String issuer,
            String issuerName,
            String agreement,
            String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    static AnswerShown of(VerificationView view) {
        VerificationView.Facts facts = view.facts();
        VerificationView.Ledger ledger = view.evidence().ledger();
        return new AnswerShown(
                view.outcome(),
                view.reasons().stream().map(Reason::of).toList(),
                view.remarks().stream().map(Reason::of).toList(),
                facts == null
                        ? null
                        : new Facts(
                                facts.issuer(),
                                facts.issuerName(),
                                facts.agreement(),
                                facts.referenceNo(),
                                facts.issuedOn(),
                                day(facts.from()),
                                lastDay(facts.until())),
                view.newestInformation(),
                view.copy() != null
                        ? Long.valueOf(view.copy().completeUpTo().block())
                        : ledger == null ? null : Long.valueOf(ledger.nextBlock() - 1));
    }

    static AnswerShown of(PublicView view) {
        String kind = kind(view.outcome());
        return new AnswerShown(
                view.outcome(),
                view.reasons().stream()
                        .map(reason -> new Reason(kind, reason.code(), reason.words(), ""))
                        .toList(),
                List.of(),
                view.issuer() == null
                        ? null
                        : new Facts(
                                view.issuer(),
                                view.issuerName() == null ? "" : view.issuerName(),
                                "",
                                "",
                                view.issuedOn(),
                                day(view.validFrom()),
                                lastDay(view.validUntil())),
                view.newestInformation(),
                view.completeUpTo());
    }

    /** The icon and colour: valid, invalid or unsure. */
    public String kind() {
        return kind(outcome);
    }

    /** The message that says it in words. */
    public String words() {
        return "answer." + kind();
    }

    private static String kind(VerificationView.Outcome outcome) {
        return switch (outcome) {
            case VALID -> "valid";
            case INVALID -> "invalid";
            case COULD_NOT_CHECK -> "unsure";
        };
    }

    private static String kind(Severity severity) {
        return switch (severity) {
            case ERROR -> "invalid";
            case NOT_VERIFIED, WARNING -> "unsure";
            case NOTE -> "note";
        };
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Validity ends when its last day has ended everywhere: clocks are up to twelve hours behind. */
    private static @Nullable LocalDate lastDay(@Nullable Instant end) {
        return end == null ? null : LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.ofHours(-12));
    }
}
