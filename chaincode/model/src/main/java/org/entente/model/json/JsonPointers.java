package org.entente.model.json;

/** Builds JSON Pointers (RFC 6901). */
public final class JsonPointers {
    private static final Alphabet PLAIN = Alphabet.of("AZaz09__--@@");

    private JsonPointers() {}

    /**
     * Escapes a member name for use as one reference token (RFC 6901 section 3).
     *
     * @param name a member name; characters that would break a log line or a pointer are written as {@code ?}
     * @return the token
     */
    public static String escape(String name) {
        if (PLAIN.spellsPart(name, 0, name.length())) {
            return name;
        }
        StringBuilder token = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '~' -> token.append("~0");
                case '/' -> token.append("~1");
                default -> token.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
            }
        }
        return token.toString();
    }
}
