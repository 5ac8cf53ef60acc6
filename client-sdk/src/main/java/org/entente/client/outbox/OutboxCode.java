package org.entente.client.outbox;

import org.entente.model.finding.FindingCode;

/** Why the outbox refuses a request. */
public enum OutboxCode implements FindingCode {
    /** The same client, route and key came before with other content. */
    IDEMPOTENCY_KEY_REUSED("The idempotency key was used before with other content");

    private final String title;

    OutboxCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
