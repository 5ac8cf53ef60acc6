package org.entente.embedded.validate;

import java.util.List;
import java.util.Map;
import org.entente.embedded.privacy.ExpectedWrite;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.Updates;
import org.entente.embedded.state.Version;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A judged block and what follows from it.
 *
 * @param block the block with its verdicts
 * @param updates what its valid transactions change
 * @param expected the private writes of its valid transactions
 * @param purged private keys that it purges, and where
 */
public record Judgement(Block block, Updates updates, List<ExpectedWrite> expected, Map<HashedKey, Version> purged) {
    /** Copies the collections. */
    public Judgement {
        expected = List.copyOf(expected);
        purged = Map.copyOf(purged);
    }
}
