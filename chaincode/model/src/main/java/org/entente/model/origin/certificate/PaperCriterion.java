package org.entente.model.origin.certificate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spellings of origin criteria on paper (Form D overleaf notes: {@code 40%}, {@code CTSH + 35%}, {@code PC x%}). */
final class PaperCriterion {
    private static final Pattern PART = Pattern.compile(
            "(?:(?<code>[A-Z][A-Z0-9. -]{0,19}?)[ (:]*)?" + "(?<percent>[0-9]{1,3}(?:\\.[0-9]{1,6})?) ?%?\\)? ?%?");
    private static final Pattern BARE_PERCENT = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,6})? ?%");
    private static final int LONGEST = 60;

    private PaperCriterion() {}

    static CriterionClaim parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long for criteria");
        }
        List<String> codes = new ArrayList<>();
        Optional<Integer> percent = Optional.empty();
        for (String raw : text.strip().toUpperCase(Locale.ROOT).split("\\+|,|&|;|\\bAND\\b", -1)) {
            String part = raw.strip().replaceAll("[“”\"']", "");
            Matcher measured = PART.matcher(part);
            boolean bare = BARE_PERCENT.matcher(part).matches();
            if (bare || (measured.matches() && measured.group("code") != null)) {
                if (percent.isPresent()) {
                    throw new IllegalArgumentException("two percentages");
                }
                measured.reset();
                percent = Optional.of(measured.matches() ? floor(measured.group("percent")) : 0);
                codes.add(bare ? "RVC" : measured.group("code").strip());
            } else {
                codes.add(part);
            }
        }
        return new CriterionClaim(codes, percent);
    }

    /** 40.6 is written 40: what is not reached is not claimed. */
    private static int floor(String decimal) {
        return new BigDecimal(decimal).setScale(0, RoundingMode.FLOOR).intValueExact();
    }
}
