package org.entente.model.origin.tradetrust;

/**
 * Something in a foreign document that did not become a certificate's value just as it stood.
 *
 * @param pointer where it stands in the foreign document (RFC 6901)
 * @param kind what happened to it
 * @param detail the particulars, for a person
 */
public record Remark(String pointer, Kind kind, String detail) {
    /** What happened to a value. */
    public enum Kind {
        /** It was left out: the certificate has no place for it. */
        UNMAPPED,
        /** It was written otherwise, or something was derived from it. */
        CONVERTED,
        /** The certificate needs something that the document does not say. */
        ASSUMED,
        /** It is a proof that was not checked here. */
        NOT_CHECKED
    }
}
