package org.entente.model.finding;

/**
 * A stable code of the error catalogue. Features implement it as enums; the constant's name is the code on the wire and
 * never changes its meaning. The catalogue of all codes is {@code docs/errors.json}; every enum of every module gets there by
 * implementing this.
 */
public interface FindingCode {
    /**
     * The code on the wire, for example {@code ORIGIN_CRITERION_UNKNOWN}.
     *
     * @return upper-case ASCII words joined by underscores
     */
    String name();

    /**
     * How grave every finding of this code is; a feature says so only of what is no error.
     *
     * @return the severity
     */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * What the code means, in one English sentence without the particulars of a case.
     *
     * @return the sentence, without a full stop
     */
    String title();
}
