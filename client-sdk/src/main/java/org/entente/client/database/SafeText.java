package org.entente.client.database;

/** Makes text of a stranger fit for a text column: PostgreSQL refuses U+0000, UTF-8 has no half surrogates. */
public final class SafeText {
    private static final int MOST = 500;

    private SafeText() {}

    /**
     * The text, cut to 500 characters, with every character that a column or a log line would choke on replaced.
     *
     * @param text any text
     * @return a text that can be stored and logged
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), MOST));
        text.codePoints()
                .limit(MOST)
                .forEach(c -> safe.appendCodePoint(
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                                ? '\uFFFD'
                                : c));
        return safe.toString();
    }
}
