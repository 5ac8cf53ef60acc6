package org.entente.api.page.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.api.verification.PublicView;
import org.entente.api.verification.ReasonView;
import org.entente.api.verification.VerificationView;
import org.entente.model.finding.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a check ended, as pages show it to officers and to anybody.
 *
 * @param outcome one of the three
 * @param reasons every reason, if it is not valid
 * @param remarks what does not decide, each code once
 * @param facts which certificate; left out where nobody vouches for that
 * @param newest time of the newest information used
 * @param completeUpTo the last block up to which everything that decides is known
 */
public record AnswerShown(
        VerificationView.Outcome outcome,
        List<Reason> reasons,
        List<Remark> remarks,
        @Nullable Facts facts,
        @Nullable Instant newest,
        @Nullable Long completeUpTo) {
    private static final int MOST_GOODS = 2;

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
     * A remark, however often it was made: a list of the same words over and over would hide the answer.
     *
     * @param first of its code
     * @param details of each, in English
     */
    public record Remark(Reason first, List<String> details) {
        private static List<Remark> each(List<ReasonView> remarks) {
            Map<String, List<ReasonView>> same = remarks.stream()
                    .collect(Collectors.groupingBy(ReasonView::code, LinkedHashMap::new, Collectors.toList()));
            return same.values().stream()
                    .map(all -> new Remark(
                            Reason.of(all.getFirst()),
                            all.stream().map(ReasonView::detail).toList()))
                    .toList();
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
     * @param goods the first items; none for anybody, or where only a seal or a number is known
     * @param moreGoods how many further items there are
     */
    public record Facts(
            String issuer,
            String issuerName,
            String agreement,
            String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<Goods> goods,
            int moreGoods) {}

    /**
     * An item.
     *
     * @param description of the goods
     * @param quantity decimal
     * @param unit code of UN/ECE Recommendation 20
     */
    public record Goods(String description, String quantity, String unit) {
        private static List<Goods> of(@Nullable JsonNode certificate) {
            return certificate == null
                    ? List.of()
                    : certificate
                            .at("/items")
                            .valueStream()
                            .map(item -> new Goods(
                                    item.at("/description").asString(),
                                    item.at("/quantity").asString(),
                                    item.at("/unit").asString()))
                            .toList();
        }
    }

    static AnswerShown of(VerificationView view) {
        VerificationView.Facts facts = view.facts();
        VerificationView.Ledger ledger = view.evidence().ledger();
        List<Goods> goods = Goods.of(view.certificate());
        return new AnswerShown(
                view.outcome(),
                view.reasons().stream().map(Reason::of).toList(),
                Remark.each(view.remarks()),
                facts == null
                        ? null
                        : new Facts(
                                facts.issuer(),
                                facts.issuerName(),
                                facts.agreement(),
                                facts.referenceNo(),
                                facts.issuedOn(),
                                day(facts.from()),
                                lastDay(facts.until()),
                                goods.stream().limit(MOST_GOODS).toList(),
                                Math.max(0, goods.size() - MOST_GOODS)),
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
                                lastDay(view.validUntil()),
                                List.of(),
                                0),
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
