package org.entente.fabric.plan;

import org.entente.model.finding.FindingCode;

/** What can be wrong with a members file. */
public enum PlanCode implements FindingCode {
    /** It is not YAML, or not a mapping. */
    PLAN_FILE_UNREADABLE("The members file cannot be read"),
    /** A value is absent, of another kind, or outside what is allowed. */
    PLAN_VALUE_INVALID("A value of the members file is missing or not allowed"),
    /** A name that nobody reads: most likely a slip. */
    PLAN_NAME_UNKNOWN("The members file has a name that means nothing"),
    /** Two members of one code. */
    PLAN_MEMBER_TWICE("A member stands in the members file twice"),
    /** Two nodes on one host would listen on the same port. */
    PLAN_PORT_TWICE("Two members on one host share a port"),
    /** Fewer orderers than the way of ordering needs. */
    PLAN_ORDERERS_FEW("The way of ordering needs more orderers");

    private final String title;

    PlanCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
