package org.entente.api.webhook;

import org.entente.model.finding.FindingCode;

/** What can be wrong with an endpoint. */
public enum WebhookCode implements FindingCode {
    /** Another scheme, a port that is not allowed, no DNS name. */
    WEBHOOK_ADDRESS_REFUSED("Events are not sent to such an address"),
    /** Nobody of this id. */
    WEBHOOK_ORGANISATION_UNKNOWN("There is no such organisation");

    private final String title;

    WebhookCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
