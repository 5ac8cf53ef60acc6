package org.entente.model.member;

import java.util.regex.Pattern;
import org.entente.model.ledger.Digest;

/**
 * The public record {@code ruleset/N}, which only the majority writes: which bytes a published rule set has.
 *
 * @param name the rule set's name with its version, for example {@code chafta-2015-1}
 * @param digest SHA-256 of the rule set's canonical JSON
 */
public record RuleSetDigest(String name, Digest digest) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+){0,9}");

    /** Refuses another form of name with {@link IllegalArgumentException}. */
    public RuleSetDigest {
        checkName(name);
    }

    static String checkName(String text) {
        if (text.length() > 80 || !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("not the name of a rule set");
        }
        return text;
    }
}
