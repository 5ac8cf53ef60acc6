package org.entente.embedded.validate;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.Updates;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.Versioned;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * Adds a valid transaction's writes to a block's updates. A written value keeps the key's metadata, written metadata keeps
 * its value, a deletion takes both, and metadata of a key that does not exist is nothing.
 */
public final class WriteApplication {
    private final WorldState state;
    private final Updates updates;

    /**
     * An application to a block.
     *
     * @param state what lies beneath the block
     * @param updates what the block changes so far
     */
    public WriteApplication(WorldState state, Updates updates) {
        this.state = state;
        this.updates = updates;
    }

    /**
     * Adds a transaction's writes.
     *
     * @param set what it wrote in the chaincode's namespace
     * @param version where it stands
     */
    public void add(NamespaceRwSet set, Version version) {
        Map<String, Map<String, ByteString>> metadata = new HashMap<>();
        for (KVMetadataWrite write : set.keyValues().getMetadataWritesList()) {
            metadata.put(write.getKey(), named(write.getEntriesList()));
        }
        for (KVWrite write : set.keyValues().getWritesList()) {
            boolean deletes = write.getIsDelete() || write.getValue().isEmpty();
            Optional<Map<String, ByteString>> own = Optional.ofNullable(metadata.remove(write.getKey()));
            Optional<Versioned> before = updates.over(state, write.getKey());
            updates.put(write.getKey(), deletes ? Optional.empty() : written(write.getValue(), own, before, version));
        }
        metadata.forEach((key, entries) -> updates.over(state, key)
                .ifPresent(before -> updates.put(key, Optional.of(new Versioned(before.value(), entries, version)))));
        set.collections().forEach(collection -> add(collection, version));
    }

    private void add(NamespaceRwSet.CollectionRwSet set, Version version) {
        Map<HashedKey, Map<String, ByteString>> metadata = new HashMap<>();
        for (KVMetadataWriteHash write : set.hashed().getMetadataWritesList()) {
            metadata.put(new HashedKey(set.name(), write.getKeyHash()), named(write.getEntriesList()));
        }
        for (KVWriteHash write : set.hashed().getHashedWritesList()) {
            HashedKey key = new HashedKey(set.name(), write.getKeyHash());
            boolean deletes = write.getIsDelete()
                    || write.getIsPurge()
                    || write.getValueHash().isEmpty();
            Optional<Map<String, ByteString>> own = Optional.ofNullable(metadata.remove(key));
            Optional<Versioned> before = updates.over(state, key);
            updates.put(key, deletes ? Optional.empty() : written(write.getValueHash(), own, before, version));
        }
        metadata.forEach((key, entries) -> updates.over(state, key)
                .ifPresent(before -> updates.put(key, Optional.of(new Versioned(before.value(), entries, version)))));
    }

    private static Optional<Versioned> written(
            ByteString value, Optional<Map<String, ByteString>> metadata, Optional<Versioned> before, Version version) {
        Map<String, ByteString> kept =
                metadata.orElseGet(() -> before.map(Versioned::metadata).orElse(Map.of()));
        return Optional.of(new Versioned(value, kept, version));
    }

    private static Map<String, ByteString> named(List<KVMetadataEntry> entries) {
        Map<String, ByteString> named = new HashMap<>();
        entries.forEach(entry -> named.put(entry.getName(), entry.getValue()));
        return named;
    }
}
