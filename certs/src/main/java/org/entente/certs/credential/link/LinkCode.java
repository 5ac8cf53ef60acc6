package org.entente.certs.credential.link;

import org.entente.model.finding.FindingCode;

/** What can be wrong with a link or with what it leads to. */
public enum LinkCode implements FindingCode {
    /** More characters than a link can have. */
    LINK_TOO_LARGE("The link is longer than the limit"),
    /** Another scheme, host, path or fragment than a certificate's link has. */
    LINK_MALFORMED("The text is not a link to a certificate"),
    /** Fewer or more bytes than an encrypted credential can have, or another version. */
    LINK_CONTENT_MALFORMED("What the link leads to is not an encrypted credential"),
    /** It was encrypted with another key or for another address, or was altered. */
    LINK_KEY_WRONG("The link's key does not open what it leads to"),
    /** It opens, but is another credential than the one that the paper was printed for. */
    LINK_HASH_MISMATCH("What the link leads to is not the credential that the paper was printed for");

    private final String title;

    LinkCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
