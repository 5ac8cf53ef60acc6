package org.entente.certs.credential.document;

import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.status.StatusPurpose;

/** Where status lists are published: one convention for all members, so that a seal needs only a list's number. */
public final class StatusAddress {
    /** The lists of certificates of origin. */
    public static final String ORIGIN = "origin";

    private StatusAddress() {}

    /**
     * The address of a list.
     *
     * @param did the issuer's did:web
     * @param kind for example {@link #ORIGIN}
     * @param purpose revocation or suspension
     * @param list the list's number
     * @return {@code https://HOST/status-lists/KIND/PURPOSE/NUMBER}
     */
    public static String of(String did, String kind, StatusPurpose purpose, int list) {
        return DidWeb.address(did, "/status-lists/" + kind + "/" + purpose.wire() + "/" + list);
    }
}
