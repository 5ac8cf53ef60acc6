package org.entente.client.member;

import org.hyperledger.fabric.client.GatewayException;

/** The ledger gave no answer; whether the change was made is to be read before it is asked for again. */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String function, GatewayException cause) {
        super(function + ": " + cause.getStatus(), cause);
    }
}
