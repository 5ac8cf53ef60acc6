package org.entente.embedded.rwset;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.embedded.crypto.Sha256;
import org.entente.embedded.state.KeyOrder;
import org.entente.embedded.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/** Collects what one execution reads and writes in one collection: hashes for everybody, values for its members. */
public final class CollectionRwSetBuilder {
    private final NavigableMap<String, Optional<Version>> reads = new TreeMap<>(KeyOrder.UTF_8);
    private final NavigableMap<String, ByteString> writes = new TreeMap<>(KeyOrder.UTF_8);
    private final Set<String> purges = new HashSet<>();
    private final NavigableMap<String, Map<String, ByteString>> metadata = new TreeMap<>(KeyOrder.UTF_8);

    CollectionRwSetBuilder() {}

    /**
     * A private key, or its hash, was read.
     *
     * @param key the key
     * @param version the version found, empty when there was no value
     */
    public void read(String key, Optional<Version> version) {
        reads.put(key, version);
    }

    /**
     * A private key was written.
     *
     * @param key the key
     * @param value the value; empty bytes delete
     */
    public void write(String key, ByteString value) {
        writes.put(key, value);
        purges.remove(key);
    }

    /**
     * A private key was purged: deleted, and its history with it.
     *
     * @param key the key
     */
    public void purge(String key) {
        writes.put(key, ByteString.EMPTY);
        purges.add(key);
    }

    /**
     * A private key's metadata was written.
     *
     * @param key the key
     * @param entries all metadata, by name
     */
    public void writeMetadata(String key, Map<String, ByteString> entries) {
        metadata.put(key, Map.copyOf(entries));
    }

    Optional<KVRWSet> privateSet() {
        if (writes.isEmpty() && metadata.isEmpty()) {
            return Optional.empty();
        }
        KVRWSet.Builder set = KVRWSet.newBuilder();
        writes.forEach((key, value) -> set.addWrites(
                KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value)));
        metadata.keySet()
                .forEach(key ->
                        set.addMetadataWrites(KVMetadataWrite.newBuilder().setKey(key)));
        return Optional.of(set.build());
    }

    CollectionHashedReadWriteSet hashed(String name) {
        HashedRWSet.Builder set = HashedRWSet.newBuilder();
        reads.forEach((key, version) -> {
            KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(Sha256.of(key));
            version.ifPresent(found -> read.setVersion(Versions.toProto(found)));
            set.addHashedReads(read);
        });
        writes.forEach((key, value) -> set.addHashedWrites(hashedWrite(key, value)));
        metadata.forEach((key, entries) -> set.addMetadataWrites(KVMetadataWriteHash.newBuilder()
                .setKeyHash(Sha256.of(key))
                .addAllEntries(RwSetBuilder.entries(entries))));
        CollectionHashedReadWriteSet.Builder hashed = CollectionHashedReadWriteSet.newBuilder()
                .setCollectionName(name)
                .setHashedRwset(set.build().toByteString());
        privateSet().ifPresent(values -> hashed.setPvtRwsetHash(Sha256.of(values.toByteString())));
        return hashed.build();
    }

    private KVWriteHash hashedWrite(String key, ByteString value) {
        KVWriteHash.Builder write = KVWriteHash.newBuilder()
                .setKeyHash(Sha256.of(key))
                .setIsDelete(value.isEmpty())
                .setIsPurge(purges.contains(key));
        return value.isEmpty()
                ? write.build()
                : write.setValueHash(Sha256.of(value)).build();
    }
}
