package org.entente.model.evidence;

import java.util.Arrays;
import org.entente.model.ledger.Position;
import org.entente.model.member.StreamId;
import org.entente.model.statement.BatchHeader;
import org.entente.model.statement.SealedStatement;

/**
 * One statement with its proof. Nothing here has been checked; {@link EvidenceCheck} does that.
 *
 * @param statement what was said
 * @param proof its place in the batch
 * @param header what the author signed
 * @param signature over the header's bytes, ASN.1 DER; must not be changed
 * @param key with which
 * @param ledger what the ledger holds of it
 */
public record EvidenceEntry(
        SealedStatement statement,
        InclusionProof proof,
        BatchHeader header,
        byte[] signature,
        PublishedKey key,
        LedgerRecord ledger) {
    /** The longest signature in bytes. */
    public static final int MAX_SIGNATURE_BYTES = 96;

    /** Refuses a signature of impossible length with {@link IllegalArgumentException}. */
    public EvidenceEntry {
        if (signature.length == 0 || signature.length > MAX_SIGNATURE_BYTES) {
            throw new IllegalArgumentException("a signature has 1 to " + MAX_SIGNATURE_BYTES + " bytes");
        }
    }

    /**
     * Where the statement says that it stands.
     *
     * @return block, transaction and index in the batch
     */
    public Position at() {
        return ledger.at().withIndex(proof.index());
    }

    /**
     * The stream that the statement names.
     *
     * @return author and audience
     */
    public StreamId stream() {
        return statement.statement().draft().stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceEntry that
                && statement.equals(that.statement)
                && proof.equals(that.proof)
                && header.equals(that.header)
                && Arrays.equals(signature, that.signature)
                && key.equals(that.key)
                && ledger.equals(that.ledger);
    }

    @Override
    public int hashCode() {
        return statement.hashCode();
    }
}
