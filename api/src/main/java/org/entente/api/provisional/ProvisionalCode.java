package org.entente.api.provisional;

import org.entente.model.finding.FindingCode;

/** What can be wrong with a provisional decision. */
public enum ProvisionalCode implements FindingCode {
    /** It ended otherwise, somebody else made it, or an hour is over. */
    PROVISIONAL_CHECK_UNKNOWN(
            "There is no such check of this officer that ended in could not check within the last hour"),
    /** Nobody would know why. */
    PROVISIONAL_REMARK_MISSING("A decision that no check has settled is closed with a remark");

    private final String title;

    ProvisionalCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
