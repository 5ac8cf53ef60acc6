package org.entente.api.verification;

import java.util.Optional;
import org.entente.api.partner.PartnerLists;
import org.entente.certs.credential.verify.ProvenLists;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** The newest copy of any status list that this instance can have. */
@Component
class KnownLists {
    private final OwnLists own;
    private final PartnerLists partners;
    private final ProvenLists proven = new ProvenLists();

    KnownLists(OwnLists own, PartnerLists partners) {
        this.own = own;
        this.partners = partners;
    }

    /** What was found of lists, for all checks of this instance. */
    ProvenLists proven() {
        return proven;
    }

    /**
     * A list.
     *
     * @param address as a proven credential of a trusted issuer names it, on that issuer's host
     * @param trust of this check
     * @param mayFetch false where the ledger says more than any list: nobody waits then, and the copy at hand is used
     * @return the copy; empty if there is none at hand
     */
    Optional<SecuredList> newest(String address, Trust trust, boolean mayFetch) {
        Optional<SecuredList> mine = own.find(address, trust);
        return mine.isPresent()
                ? mine
                : partners.newest(address, trust, mayFetch)
                        .map(list -> new SecuredList(list.secured(), list.retrievedAt()));
    }
}
