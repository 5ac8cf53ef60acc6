package org.entente.model.evidence;

import java.util.List;

/**
 * What an envelope shows once it fits the file.
 *
 * @param creator subject of the certificate that signed the transaction (RFC 4514)
 * @param endorsers subjects of the certificates that endorsed it, at least one
 * @param aloneInBlock whether the block's data hash is that of this envelope alone, which proves that the block with that
 *     hash holds the transaction; otherwise that needs all envelopes of the block
 */
public record LedgerFacts(String creator, List<String> endorsers, boolean aloneInBlock) {
    /** Keeps an unmodifiable copy. */
    public LedgerFacts {
        endorsers = List.copyOf(endorsers);
    }
}
