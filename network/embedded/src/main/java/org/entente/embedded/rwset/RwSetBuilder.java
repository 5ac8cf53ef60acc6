package org.entente.embedded.rwset;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.embedded.state.KeyOrder;
import org.entente.embedded.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Collects what one execution reads and writes. Two executions that did the same give the same bytes, in whatever order
 * they did it: keys are sorted, as in Fabric, by their bytes.
 */
public final class RwSetBuilder {
    private final NavigableMap<String, Optional<Version>> reads = new TreeMap<>(KeyOrder.UTF_8);
    private final NavigableMap<String, ByteString> writes = new TreeMap<>(KeyOrder.UTF_8);
    private final NavigableMap<String, Map<String, ByteString>> metadata = new TreeMap<>(KeyOrder.UTF_8);
    private final Map<RangeQueryInfo, RangeQueryInfo> ranges = new LinkedHashMap<>();
    private final NavigableMap<String, CollectionRwSetBuilder> collections = new TreeMap<>(KeyOrder.UTF_8);

    /**
     * A public key was read.
     *
     * @param key the key
     * @param version the version found, empty when there was no value
     */
    public void read(String key, Optional<Version> version) {
        reads.put(key, version);
    }

    /**
     * A public key was written.
     *
     * @param key the key
     * @param value the value; empty bytes delete
     */
    public void write(String key, ByteString value) {
        writes.put(key, value);
    }

    /**
     * A public key's metadata was written.
     *
     * @param key the key
     * @param entries all metadata, by name
     */
    public void writeMetadata(String key, Map<String, ByteString> entries) {
        metadata.put(key, Map.copyOf(entries));
    }

    /**
     * A range was read.
     *
     * @param range bounds and results; of two scans with the same bounds the first counts
     */
    public void range(RangeQueryInfo range) {
        ranges.putIfAbsent(range.toBuilder().clearRawReads().build(), range);
    }

    /**
     * What happens in a collection.
     *
     * @param name the collection
     * @return its part of this set
     */
    public CollectionRwSetBuilder collection(String name) {
        return collections.computeIfAbsent(name, any -> new CollectionRwSetBuilder());
    }

    /**
     * Whether nothing was read or written.
     *
     * @return true for an execution that did not touch the ledger
     */
    public boolean isEmpty() {
        return reads.isEmpty() && writes.isEmpty() && metadata.isEmpty() && ranges.isEmpty() && collections.isEmpty();
    }

    /**
     * The public set with the hashes of the private ones.
     *
     * @param namespace the chaincode
     * @param definitionVersion where the chaincode's definition was written, which every execution reads
     * @return the set as it stands in a transaction
     */
    public TxReadWriteSet publicSet(String namespace, Version definitionVersion) {
        TxReadWriteSet.Builder set = TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addNsRwset(Lifecycle.read(namespace, definitionVersion));
        if (!isEmpty()) {
            NsReadWriteSet.Builder own = NsReadWriteSet.newBuilder()
                    .setNamespace(namespace)
                    .setRwset(keyValueSet().toByteString());
            collections.forEach((name, collection) -> own.addCollectionHashedRwset(collection.hashed(name)));
            set.addNsRwset(own);
        }
        return set.build();
    }

    /**
     * The private sets.
     *
     * @return for each collection written, its encoded set
     */
    public NavigableMap<String, ByteString> privateSets() {
        NavigableMap<String, ByteString> sets = new TreeMap<>(KeyOrder.UTF_8);
        collections.forEach(
                (name, collection) -> collection.privateSet().ifPresent(set -> sets.put(name, set.toByteString())));
        return sets;
    }

    private KVRWSet keyValueSet() {
        KVRWSet.Builder set = KVRWSet.newBuilder();
        reads.forEach((key, version) -> {
            KVRead.Builder read = KVRead.newBuilder().setKey(key);
            version.ifPresent(found -> read.setVersion(Versions.toProto(found)));
            set.addReads(read);
        });
        set.addAllRangeQueriesInfo(ranges.values());
        writes.forEach((key, value) -> set.addWrites(
                KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value)));
        metadata.forEach((key, entries) ->
                set.addMetadataWrites(KVMetadataWrite.newBuilder().setKey(key).addAllEntries(entries(entries))));
        return set.build();
    }

    static Iterable<KVMetadataEntry> entries(Map<String, ByteString> metadata) {
        NavigableMap<String, ByteString> sorted = new TreeMap<>(KeyOrder.UTF_8);
        sorted.putAll(metadata);
        return sorted.entrySet().stream()
                .map(entry -> KVMetadataEntry.newBuilder()
                        .setName(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
    }
}
