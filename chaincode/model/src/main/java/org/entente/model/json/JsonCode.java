package org.entente.model.json;

import org.entente.model.finding.FindingCode;

/** What can be wrong with a JSON text, whatever it speaks of. */
public enum JsonCode implements FindingCode {
    /** No JSON (RFC 8259). */
    JSON_MALFORMED("The text is not well-formed JSON in UTF-8"),
    /** More bytes than the limit. */
    JSON_TOO_LARGE("The text is longer than the limit"),
    /** More nesting than the limit. */
    JSON_TOO_DEEP("Objects and arrays are nested deeper than the limit"),
    /** The same name twice in an object; readers would differ on which counts. */
    JSON_DUPLICATE_NAME("An object holds the same name twice"),
    /** A fraction or an exponent: readers round differently, so decimals are texts. */
    JSON_NUMBER_NOT_INTEGER("A JSON number is not an integer; write decimals as text"),
    /** Beyond plus or minus 2^53-1, where RFC 8785 loses digits. */
    JSON_NUMBER_TOO_LARGE("An integer lies outside plus or minus 9007199254740991"),
    /** U+0000, which databases and C programs cut off. */
    JSON_TEXT_NUL("A text holds the character U+0000"),
    /** Half of a surrogate pair, which has no UTF-8 form. */
    JSON_TEXT_LONE_SURROGATE("A text holds half of a surrogate pair"),
    /** Not the bytes that RFC 8785 prescribes. */
    JSON_NOT_CANONICAL("The bytes are not the canonical form of RFC 8785"),
    /** A member that must be there is not. */
    JSON_MEMBER_MISSING("A required member is missing"),
    /** A member that the schema does not know. */
    JSON_MEMBER_UNKNOWN("A member is not known in this version"),
    /** Another JSON type than the schema's. */
    JSON_TYPE_WRONG("The value has the wrong JSON type"),
    /** A text or number outside its format. */
    JSON_VALUE_INVALID("The value does not have the required format"),
    /** More entries or characters than the limit. */
    JSON_VALUE_TOO_LONG("A text or list is longer than the limit");

    private final String title;

    JsonCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
