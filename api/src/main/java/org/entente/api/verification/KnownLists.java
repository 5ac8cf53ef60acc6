package org.entente.api.verification;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest copy of any status list that this instance can have. */
@Component
class KnownLists {
    private final OwnLists own;

    KnownLists(OwnLists own) {
        this.own = own;
    }

    /**
     * A list.
     *
     * @param address as a proven credential of a trusted issuer names it, on that issuer's host
     * @param mayFetch false where the ledger says more than any list
     * @return the copy; empty if there is none at hand
     */
    Optional<SecuredList> newest(String address, boolean mayFetch) {
        return own.find(address);
    }
}
