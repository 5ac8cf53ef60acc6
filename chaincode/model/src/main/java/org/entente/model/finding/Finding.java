package org.entente.model.finding;

import java.util.Optional;

/**
 * One thing found in an input.
 *
 * @param code what is wrong
 * @param pointer where, as a JSON Pointer (RFC 6901); empty text for the whole document
 * @param detail the particulars in English, for a person; may quote the input, so it stays with whoever sent that input
 * @param law the legal reference, where a law decides
 */
public record Finding(FindingCode code, String pointer, String detail, Optional<LegalReference> law) {
    /** Refuses a text that is no JSON Pointer with {@link IllegalArgumentException}. */
    public Finding {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException("not a JSON Pointer: " + pointer);
        }
    }

    /**
     * A finding that no law decides.
     *
     * @param code what is wrong
     * @param pointer where (RFC 6901)
     * @param detail the particulars
     * @return the finding
     */
    public static Finding of(FindingCode code, String pointer, String detail) {
        return new Finding(code, pointer, detail, Optional.empty());
    }

    /**
     * Whether this finding alone makes the input unacceptable.
     *
     * @return true for {@link Severity#ERROR}
     */
    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    @Override
    public String toString() {
        return code.name() + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + detail;
    }
}
