package org.entente.launcher.bench.service;

/** What is asked of the API. */
enum Call {
    /** Nothing: the server, its filters, and three bytes. */
    EMPTY("empty: GET /health", 200),
    /** Who is calling: a session read from the database, and an account. */
    SIGNED_IN("signed in: GET /v1/me", 200),
    /** A partner's credential, checked against ledger and status lists, and noted in the audit trail. */
    VERIFY("verify: POST /v1/verifications", 200),
    /** Fifty certificates with where each stands. */
    INBOX("inbox: GET /v1/inbox, a page of " + ServiceBench.PAGE, 200),
    /** An application of two items, checked by the rules and stored once. */
    APPLY("apply: POST /v1/applications", 201);

    private final String words;
    private final int status;

    Call(String words, int status) {
        this.words = words;
        this.status = status;
    }

    String words() {
        return words;
    }

    int status() {
        return status;
    }
}
