package org.entente.api.account;

/** What an account may do. An account may have several roles. */
public enum Role {
    /** Applies for certificates of its own organisation. */
    EXPORTER,
    /** Applies for certificates of exporters that delegated to its organisation. */
    BROKER,
    /** Approves or refuses applications, and cancels certificates, for this member. */
    ISSUING_OFFICER,
    /** Looks at partners' certificates, acknowledges and uses them, for this member. */
    VERIFYING_OFFICER,
    /** Keeps organisations, accounts and delegations, and watches the network. */
    ADMINISTRATOR;

    /**
     * Whether the role belongs to the administration itself: its holders see every organisation's applications.
     *
     * @return true for officers and administrators
     */
    public boolean isOfAdministration() {
        return this == ISSUING_OFFICER || this == VERIFYING_OFFICER || this == ADMINISTRATOR;
    }
}
