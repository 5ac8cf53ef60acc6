package org.entente.api.page.frame;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * Codes, days and quantities in the reader's language. Codes themselves are never translated; they stand beside the
 * words.
 */
public final class Words {
    /** Thin and unbreakable: neither a comma nor a point, which readers take for each other's decimal sign. */
    private static final char GROUP = '\u202f';

    private static final int SHORTEST_GROUPED = 5;

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * What a code of the error catalogue means.
     *
     * @param code for example {@code ORIGIN_HS_INVALID}
     * @return a sentence, in English where it is not translated; the code itself where there are no words for it
     */
    public String ofCode(String code) {
        return or("code." + code, Catalogue.title(code));
    }

    /**
     * What a code means to whoever fills in a form: fields, where programs have members of JSON.
     *
     * @param code for example {@code JSON_MEMBER_MISSING}
     * @return a sentence
     */
    public String inForm(String code) {
        return or("form.code." + code, ofCode(code));
    }

    /**
     * What the reader can do about a refusal.
     *
     * @param code of the refusal
     * @return a sentence; a general one where there is none for the code
     */
    public String whatNow(String code) {
        return or("what-now." + code, or("what-now", ""));
    }

    /**
     * A place in a certificate.
     *
     * @param pointer a JSON Pointer (RFC 6901)
     * @return what the form calls it; the pointer where it has no name
     */
    public String place(String pointer) {
        String names = Places.of(pointer).stream().map(name -> or(name, name)).collect(Collectors.joining(" "));
        return names.isEmpty() ? pointer : names;
    }

    /**
     * A country.
     *
     * @param code ISO 3166-1 alpha-2
     * @return its name and code
     */
    public String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(locale);
        return name.equals(code) ? code : name + " (" + code + ")";
    }

    /**
     * A unit of measure.
     *
     * @param code of UN/ECE Recommendation 20
     * @return its symbol or name, or the code
     */
    public String unit(String code) {
        return or("unit." + code, code);
    }

    /**
     * A day; the month in letters, so that nobody takes it for the day.
     *
     * @param day a day
     * @return for example 3 May 2026
     */
    public String day(LocalDate day) {
        // English of no country would be America's, and moments beside it are not.
        Locale order = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, order);
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    /**
     * A moment, to the minute, with its time zone.
     *
     * @param moment a moment
     * @return for example 3 May 2026, 10:32 UTC
     */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /**
     * A moment, to the second, with its time zone.
     *
     * @param moment a moment
     * @return for example 3 May 2026, 10:32:07 UTC
     */
    public String second(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    /**
     * A quantity, exactly.
     *
     * @param amount decimal
     * @return in digits; long ones in groups of three
     */
    public String amount(BigDecimal amount) {
        String plain = amount.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (point >= SHORTEST_GROUPED) {
            for (int at = point - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
                text.insert(at, GROUP);
            }
        }
        return text.toString();
    }

    /**
     * A quantity, exactly.
     *
     * @param amount decimal, as JSON has it
     * @return in digits; long ones in groups of three
     */
    public String amount(String amount) {
        return amount(new BigDecimal(amount));
    }

    private String or(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }
}
