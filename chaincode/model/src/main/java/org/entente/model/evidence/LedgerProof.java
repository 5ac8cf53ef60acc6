package org.entente.model.evidence;

import java.util.List;

/** Reads the ledger's part of a proof. This module knows no ledger; the client does. */
@FunctionalInterface
public interface LedgerProof {
    /**
     * Whether the envelope is signed and endorsed by the author alone and writes the hash of this batch, and whether
     * everything that the file says of the transaction is what the envelope says.
     *
     * @param entry a statement with its proof
     * @param roots root certificates of the author that the reader trusts, in PEM; may be empty
     * @param pointer where the ledger's part stands in the file (RFC 6901), for the findings
     * @return what it shows
     */
    LedgerOutcome check(EvidenceEntry entry, List<String> roots, String pointer);
}
