package org.entente.model.statement;

import java.util.regex.Pattern;

/**
 * What kind of statement a body is. Versions live for ever (architecture rule 10).
 *
 * @param name lower-case words joined by dots, for example {@code origin.certificate.issued}
 * @param version from 1
 */
public record StatementType(String name, int version) implements Comparable<StatementType> {
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:[.-][a-z]+){1,5}");

    /** Refuses another form of name, or a version outside 1 to 9999, with {@link IllegalArgumentException}. */
    public StatementType {
        if (name.length() > 80 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a statement type: " + name);
        }
        if (version < 1 || version > 9_999) {
            throw new IllegalArgumentException("not a version: " + version);
        }
    }

    @Override
    public int compareTo(StatementType other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(version, other.version);
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
