package org.entente.model.member;

/**
 * A member administration, named by the ISO 3166-1 alpha-2 code of its economy ({@code AU}, {@code CN}, {@code HK}).
 * The same text is the member's Fabric MSP id, so that a collection policy reads {@code OR('AU.peer')}.
 *
 * @param value two upper-case letters
 */
public record MemberId(String value) implements Comparable<MemberId> {
    /** Refuses anything but two upper-case ASCII letters with {@link IllegalArgumentException}. */
    public MemberId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 code: " + value);
        }
    }

    /**
     * Whether a text can name a member.
     *
     * @param text any text
     * @return true for two upper-case ASCII letters
     */
    public static boolean isValid(String text) {
        return text.length() == 2 && isLetter(text.charAt(0)) && isLetter(text.charAt(1));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
