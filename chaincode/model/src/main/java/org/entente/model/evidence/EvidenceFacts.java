package org.entente.model.evidence;

import java.util.Optional;
import org.entente.model.member.MemberId;

/**
 * What valid evidence rests on, beside what the statement itself says.
 *
 * @param keyTrusted whether the author's signing key is one that the reader trusts
 * @param ledgerProven whether nodes certified by a root that the reader trusts signed the transaction
 * @param ledger who signed and endorsed the transaction
 * @param positionAttestedBy whose word, by a key that the reader trusts, the position and the counting of the transaction
 *     are; empty if only the file says so
 */
public record EvidenceFacts(
        boolean keyTrusted, boolean ledgerProven, LedgerFacts ledger, Optional<MemberId> positionAttestedBy) {
    /** Refuses facts that rest on nothing with {@link IllegalArgumentException}. */
    public EvidenceFacts {
        if (!keyTrusted && !ledgerProven) {
            throw new IllegalArgumentException("valid evidence rests on a key or on the ledger");
        }
    }
}
