package org.entente.client.dispatch;

import org.entente.model.finding.FindingCode;

/** Why a statement or a whole stream waits. */
public enum DispatchCode implements FindingCode {
    /** This node has never yet reached the end of the ledger: what it would say might contradict what it said before. */
    LEDGER_NOT_FOLLOWED("The ledger has not been followed to its end yet"),
    /** The author is not admitted. */
    AUTHOR_NOT_ADMITTED("This member is not admitted"),
    /** No reader would count the signature. */
    SIGNING_KEY_NOT_PUBLISHED("The signing key is not among this member's published and valid keys"),
    /** The key signs otherwise than its published half says. */
    SIGNING_KEY_DIFFERS("The signature does not verify under the published key of that id"),
    /** The audience is not admitted. */
    AUDIENCE_NOT_ADMITTED("The audience is not admitted"),
    /** The audience does not say that it reads the version (architecture rule 10). */
    AUDIENCE_VERSION_UNREAD("The audience does not read this type and version yet"),
    /** An earlier statement on the same subject is held up. */
    SUBJECT_HELD_UP("An earlier statement about the same subject is held up"),
    /** The rules themselves failed. */
    RULES_FAILED("The statement could not be judged: this software has a fault"),
    /** The peer was not reachable or not usable. */
    PEER_NO_ANSWER("The own peer gives no answer that can be used");

    private final String title;

    DispatchCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
