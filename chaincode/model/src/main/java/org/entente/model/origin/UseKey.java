package org.entente.model.origin;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Which declaration item uses which item of a certificate. One key stands for one use: stating it twice changes nothing.
 *
 * @param item number of the certificate's item, from 1
 * @param declaration number of the import declaration, 1 to 40 letters, digits and {@code . / _ -}
 * @param declarationItem line of the declaration, from 1
 */
public record UseKey(int item, String declaration, int declarationItem) implements Comparable<UseKey> {
    private static final Pattern DECLARATION = Pattern.compile("[A-Za-z0-9./_-]{1,40}");
    private static final Comparator<UseKey> ORDER = Comparator.comparingInt(UseKey::item)
            .thenComparing(UseKey::declaration)
            .thenComparingInt(UseKey::declarationItem);

    /** Refuses other forms and numbers with {@link IllegalArgumentException}. */
    public UseKey {
        checkDeclaration(declaration);
        if (item < 1 || item > 9_999 || declarationItem < 1 || declarationItem > 9_999) {
            throw new IllegalArgumentException("an item number is 1 to 9999");
        }
    }

    static String checkDeclaration(String text) {
        if (!DECLARATION.matcher(text).matches()) {
            throw new IllegalArgumentException("not a declaration number");
        }
        return text;
    }

    @Override
    public int compareTo(UseKey other) {
        return ORDER.compare(this, other);
    }
}
