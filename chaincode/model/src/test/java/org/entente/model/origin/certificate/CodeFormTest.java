package org.entente.model.origin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.model.json.IsoDay;
import org.entente.model.json.UtcTime;
import org.junit.jupiter.api.Test;

/** What is scanned by hand takes the same texts as the expression that says it shortest. */
class CodeFormTest {
    private static final int TEXTS = 40_000;

    @Test
    void codes_have_the_form_of_their_expression() {
        same("[A-Z][A-Z0-9]{1,11}", "AZ09a", 14, AgreementCode::new);
        same("[A-Z0-9]{2,3}", "AZ09a ", 5, UnitCode::new);
        same("[A-Z0-9]{2}", "AZ09a ", 4, Packages::checkKind);
        same("[A-Z]{3}", "AZ9a", 5, Money::checkCurrency);
        same("[A-Z]{2}[A-Z2-9]{3}", "AZ0129", 6, Transport::checkLocode);
        same("(?!77)(?:0[1-9]|[1-8][0-9]|9[0-7])[0-9]{4,8}", "01789.", 11, HsCode::new);
        same("(?=.{1,49}\\z)[A-Za-z0-9./_()-]+(?: [A-Za-z0-9./_()-]+)*", "aZ0.  ", 5, ReferenceNumber::new);
        same("(?=.{1,49}\\z)[A-Za-z0-9./_()-]+(?: [A-Za-z0-9./_()-]+)*", "aZ0/_()-", 51, ReferenceNumber::new);
        same("[A-Z0-9](?:[A-Z0-9. -]{0,18}[A-Z0-9])?", "AZ09. -", 22, CriterionClaim::checkCode);
        same("[A-Z0-9](?:[A-Z0-9. -]{0,18}[A-Z0-9])?", "A .\u0410", 4, CriterionClaim::checkCode);
    }

    @Test
    void decimals_have_the_form_of_their_expression() {
        String form = "(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{0,5}[1-9])?";
        same(form, "019.", 6, DecimalText::parse);
        same(form, "0123456789.-", 21, DecimalText::parse);
        same(form, "0011.", 15, DecimalText::parse);
    }

    @Test
    void the_canonical_number_is_what_its_text_is_read_as() {
        Random random = new Random(20_261_128);
        for (int i = 0; i < TEXTS; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(24) - 6);
            number = random.nextBoolean() ? number.abs() : number.setScale(number.scale() + 2);
            BigDecimal given = number;
            assertThat(value(DecimalText::canonical, given))
                    .isEqualTo(value(each -> DecimalText.parse(DecimalText.write(each)), given));
        }
    }

    @Test
    void days_and_moments_are_those_of_the_library() {
        Random random = new Random(20_261_129);
        for (int i = 0; i < TEXTS; i++) {
            Instant moment = Instant.ofEpochSecond(
                    random.nextLong(-62_135_596_800L, 253_402_300_800L),
                    random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0);
            assertThat(UtcTime.write(moment)).isEqualTo(moment.toString());
            assertThat(UtcTime.parse(moment.toString())).isEqualTo(moment);
            StringBuilder text = new StringBuilder(moment.toString());
            text.setCharAt(random.nextInt(text.length()), "0123456789-:.TZtz+ ".charAt(random.nextInt(19)));
            assertThat(value(UtcTime::parse, text.toString())).isEqualTo(value(CodeFormTest::moment, text.toString()));
            String day = text.substring(0, Math.min(text.length(), 9 + random.nextInt(3)));
            assertThat(value(IsoDay::parse, day)).isEqualTo(value(CodeFormTest::day, day));
        }
    }

    private static Instant moment(String text) {
        Instant moment = UtcTime.check(Instant.parse(text));
        if (!moment.toString().equals(text)) {
            throw new IllegalArgumentException("another spelling");
        }
        return moment;
    }

    private static LocalDate day(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("another form");
        }
        return LocalDate.parse(text);
    }

    private static void same(String form, String alphabet, int longest, Consumer<String> scan) {
        Random random = new Random(20_261_127);
        for (int i = 0; i < TEXTS / 4; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(longest + 1); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            boolean taken = value(
                            each -> {
                                scan.accept(each);
                                return each;
                            },
                            text.toString())
                    .isPresent();
            assertThat(List.of(text, taken))
                    .isEqualTo(List.of(text, text.toString().matches(form)));
        }
    }

    private static <A, B> Optional<B> value(Function<A, B> parser, A given) {
        try {
            return Optional.of(parser.apply(given));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
