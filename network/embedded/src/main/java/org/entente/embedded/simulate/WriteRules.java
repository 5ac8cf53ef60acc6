package org.entente.embedded.simulate;

/** A peer's rule that an execution which read what cannot be checked again at commit must not write. */
final class WriteRules {
    private final String transactionId;
    private boolean wrote;
    private boolean queriedPrivate;
    private boolean queriedPages;

    WriteRules(String transactionId) {
        this.transactionId = transactionId;
    }

    void beforeWrite() {
        if (queriedPrivate) {
            throw refusal("a range of private data was read before, so nothing can be written");
        }
        if (queriedPages) {
            throw refusal("a page of a range was read before, so nothing can be written");
        }
        wrote = true;
    }

    void beforePrivateQuery() {
        if (wrote) {
            throw refusal("a range of private data can only be read by a transaction that writes nothing");
        }
        queriedPrivate = true;
    }

    void beforePagedQuery() {
        if (wrote) {
            throw refusal("a page of a range can only be read by a transaction that writes nothing");
        }
        queriedPages = true;
    }

    private SimulationException refusal(String reason) {
        return new SimulationException("txid [" + transactionId + "]: " + reason);
    }
}
