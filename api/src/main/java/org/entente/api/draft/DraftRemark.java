package org.entente.api.draft;

/**
 * Something in the file that a draft began with which did not become a field just as it stood.
 *
 * @param kind what happened to it
 * @param pointer where it stands in the file (RFC 6901)
 * @param detail the particulars, for a person
 */
public record DraftRemark(Kind kind, String pointer, String detail) {
    /** What happened to a value. */
    public enum Kind {
        /** It was left out: there is no place for it. */
        UNMAPPED,
        /** It was written otherwise, or something was derived from it. */
        CONVERTED,
        /** Something is needed that the file does not say. */
        ASSUMED,
        /** It is a proof that was not checked here. */
        NOT_CHECKED
    }
}
