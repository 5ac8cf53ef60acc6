package org.entente.model.origin.certificate;

import java.util.List;
import java.util.Optional;
import org.entente.model.json.Alphabet;

/**
 * What an item claims: one or several origin criteria and, where one of them is measured, the percentage. Which codes an
 * agreement knows, and which need a percentage, is data of its rule set.
 *
 * @param codes 1 to 5 distinct codes such as {@code WO}, {@code RVC}, {@code CTSH}, in the order claimed
 * @param percent whole per cent, rounded down, 0 to 100
 */
public record CriterionClaim(List<String> codes, Optional<Integer> percent) {
    private static final int LONGEST = 20;
    private static final Alphabet INSIDE = Alphabet.of("AZ09..  --");

    /** Refuses malformed or repeated codes and other percentages with {@link IllegalArgumentException}. */
    public CriterionClaim {
        codes = List.copyOf(codes);
        codes.forEach(CriterionClaim::checkCode);
        if (codes.isEmpty() || codes.size() > 5 || !areDistinct(codes)) {
            throw new IllegalArgumentException("1 to 5 distinct criteria");
        }
        if (percent.isPresent() && (percent.get() < 0 || percent.get() > 100)) {
            throw new IllegalArgumentException("0 to 100 per cent");
        }
    }

    /**
     * Reads what stands in the box of a paper form: {@code 40%}, {@code RVC 40%}, {@code CTSH + 35%}, {@code PC 25%},
     * {@code WO}.
     *
     * @param text the box; a bare percentage means RVC; decimals are rounded down
     * @return the claim
     * @throws IllegalArgumentException if the text is not readable as criteria
     */
    public static CriterionClaim parsePaper(String text) {
        return PaperCriterion.parse(text);
    }

    /**
     * Whether a criterion is claimed.
     *
     * @param code a code
     * @return true if it is among them
     */
    public boolean has(String code) {
        return codes.contains(code);
    }

    /** A claim has one or two codes, so asking each for the others is quicker than a set of them. */
    static boolean areDistinct(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.indexOf(codes.get(i)) != i) {
                return false;
            }
        }
        return true;
    }

    static String checkCode(String text) {
        if (!INSIDE.spells(text, 1, LONGEST)
                || !Alphabet.UPPER_CASE_AND_DIGITS.has(text.charAt(0))
                || !Alphabet.UPPER_CASE_AND_DIGITS.has(text.charAt(text.length() - 1))) {
            throw new IllegalArgumentException("not a criterion code");
        }
        return text;
    }

    @Override
    public String toString() {
        return String.join(" + ", codes) + percent.map(p -> " " + p + "%").orElse("");
    }
}
