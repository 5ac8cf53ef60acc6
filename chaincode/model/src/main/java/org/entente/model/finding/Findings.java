package org.entente.model.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Collects every finding of one input, so that a sender learns all of them at once. Not thread-safe. */
public final class Findings {
    /** A hostile input can be wrong in millions of places: past this many, the rest is not listed. */
    public static final int LIMIT = 1_000;

    private final List<Finding> found = new ArrayList<>();
    private boolean hasErrors;

    /**
     * Adds a finding that no law decides.
     *
     * @param code what is wrong
     * @param pointer where (RFC 6901)
     * @param detail the particulars
     */
    public void add(FindingCode code, String pointer, String detail) {
        add(Finding.of(code, pointer, detail));
    }

    /**
     * Adds a finding with the law that decides.
     *
     * @param code what is wrong
     * @param pointer where (RFC 6901)
     * @param detail the particulars
     * @param law the legal reference
     */
    public void add(FindingCode code, String pointer, String detail, LegalReference law) {
        add(new Finding(code, pointer, detail, Optional.of(law)));
    }

    /**
     * Adds a finding.
     *
     * @param finding the finding
     */
    public void add(Finding finding) {
        boolean firstError = finding.isError() && !hasErrors;
        hasErrors |= finding.isError();
        if (found.size() < LIMIT) {
            found.add(finding);
        } else if (firstError) {
            // What decides must be among what is listed, however many remarks came before it.
            found.set(LIMIT - 1, finding);
        }
    }

    /**
     * Whether any finding is an error.
     *
     * @return true if the input is unacceptable
     */
    public boolean hasErrors() {
        return hasErrors;
    }

    /**
     * Whether it is useless to look on: the input is unacceptable and nothing more will be listed.
     *
     * @return true once there is an error among {@link #LIMIT} findings
     */
    public boolean isFull() {
        return hasErrors && found.size() == LIMIT;
    }

    /**
     * All findings in the order found.
     *
     * @return an unmodifiable view
     */
    public List<Finding> all() {
        return Collections.unmodifiableList(found);
    }
}
