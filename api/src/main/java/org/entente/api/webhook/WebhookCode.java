package org.entente.api.webhook;

import org.entente.model.finding.FindingCode;

/** What can be wrong with an endpoint, or with what an administrator wants done with one. */
public enum WebhookCode implements FindingCode {
    /** Another scheme, a port that is not allowed, no DNS name. */
    WEBHOOK_ADDRESS_REFUSED("Events are not sent to such an address"),
    /** Nobody of this id. */
    WEBHOOK_ORGANISATION_UNKNOWN("There is no such organisation"),
    /** More events than are sent again at once. */
    WEBHOOK_REPLAY_TOO_LONG("More happened in this time than is sent again at once"),
    /** The key before the newest still signs. */
    WEBHOOK_KEYS_OVERLAP("An earlier key still signs: a further one comes after its end"),
    /** Without it nothing would be signed. */
    WEBHOOK_KEY_NEWEST("The newest key signs until there is another");

    private final String title;

    WebhookCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
