package org.entente.api.administration;

import org.entente.model.finding.FindingCode;

/** What can be wrong with what an administrator writes. */
public enum AdministrationCode implements FindingCode {
    /** Names are given once. */
    ACCOUNT_NAME_TAKEN("An account of this name, or of this outside name, exists"),
    /** Somebody unknown. */
    ACCOUNT_ORGANISATION_UNKNOWN("There is no such organisation"),
    /** The administrator's own. */
    ACCOUNT_IS_OWN("An administrator does not shut out its own account, nor take the role from it"),
    /** Two administrators at once. */
    ACCOUNT_LAST_ADMINISTRATOR("Without this account there would be no administrator"),
    /** Nobody could sign in. */
    ACCOUNT_WITHOUT_WAY_IN("An account has a password, or an issuer and a subject, or both"),
    /** Itself. */
    DELEGATION_TO_SELF("An organisation does not delegate to itself");

    private final String title;

    AdministrationCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
