package org.entente.embedded.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.embedded.privacy.ExpectedWrite;
import org.entente.embedded.privacy.PrivateWriteRef;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.Updates;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** Collects what a block's valid transactions change, one after the other. */
final class BlockEffects {
    private final String chaincode;
    private final Updates updates = new Updates();
    private final List<ExpectedWrite> expected = new ArrayList<>();
    private final Map<HashedKey, Version> purged = new HashMap<>();
    private final WriteApplication application;

    BlockEffects(String chaincode, WorldState state) {
        this.chaincode = chaincode;
        this.application = new WriteApplication(state, updates);
    }

    Updates updates() {
        return updates;
    }

    void add(String transactionId, List<NamespaceRwSet> sets, Version version) {
        for (NamespaceRwSet set : sets) {
            if (set.namespace().equals(chaincode)) {
                application.add(set, version);
                set.collections().forEach(collection -> add(transactionId, collection, version));
            }
        }
    }

    private void add(String transactionId, NamespaceRwSet.CollectionRwSet set, Version version) {
        if (!set.privateHash().isEmpty()) {
            PrivateWriteRef ref = new PrivateWriteRef(version.block(), version.transaction(), set.name());
            expected.add(new ExpectedWrite(ref, transactionId, set.privateHash()));
        }
        for (KVWriteHash write : set.hashed().getHashedWritesList()) {
            if (write.getIsPurge()) {
                purged.put(new HashedKey(set.name(), write.getKeyHash()), version);
            }
        }
    }

    Judgement judgement(Block block) {
        return new Judgement(block, updates, expected, purged);
    }
}
