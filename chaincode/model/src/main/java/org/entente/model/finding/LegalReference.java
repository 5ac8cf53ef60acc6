package org.entente.model.finding;

/**
 * The law behind a rule: where a reader can look it up, and whether somebody on this project did.
 *
 * @param source the legal text, for example {@code ATIGA Annex 8 (2021)}
 * @param clause the article, rule or note inside it, for example {@code Rule 14}
 * @param verified true only where the primary text was read
 */
public record LegalReference(String source, String clause, boolean verified) {
    /** Refuses an empty source or clause with {@link IllegalArgumentException}. */
    public LegalReference {
        if (source.isBlank() || clause.isBlank()) {
            throw new IllegalArgumentException("a legal reference names its source and clause");
        }
    }
}
