package org.entente.embedded.rwset;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * What a transaction read and wrote in one namespace, parsed.
 *
 * @param namespace the chaincode
 * @param keyValues the public set
 * @param collections the hashed sets of the collections
 */
public record NamespaceRwSet(String namespace, KVRWSet keyValues, List<CollectionRwSet> collections) {
    /** Copies the list. */
    public NamespaceRwSet {
        collections = List.copyOf(collections);
    }

    /**
     * What a transaction read and wrote in one collection.
     *
     * @param name the collection
     * @param hashed the hashed reads and writes
     * @param privateHash the hash of the private set, empty when nothing was written
     */
    public record CollectionRwSet(String name, HashedRWSet hashed, ByteString privateHash) {}

    /**
     * Parses the results of a chaincode action.
     *
     * @param results an encoded read-write set
     * @return its namespaces in order
     * @throws InvalidProtocolBufferException when any part is malformed
     */
    public static List<NamespaceRwSet> parse(ByteString results) throws InvalidProtocolBufferException {
        List<NamespaceRwSet> sets = new ArrayList<>();
        for (NsReadWriteSet part : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
            List<CollectionRwSet> collections = new ArrayList<>();
            for (CollectionHashedReadWriteSet collection : part.getCollectionHashedRwsetList()) {
                collections.add(new CollectionRwSet(
                        collection.getCollectionName(),
                        HashedRWSet.parseFrom(collection.getHashedRwset()),
                        collection.getPvtRwsetHash()));
            }
            sets.add(new NamespaceRwSet(part.getNamespace(), KVRWSet.parseFrom(part.getRwset()), collections));
        }
        return sets;
    }

    /**
     * Whether anything is written.
     *
     * @return true for a write of a value or of metadata, public or private
     */
    public boolean writes() {
        return keyValues.getWritesCount() > 0
                || keyValues.getMetadataWritesCount() > 0
                || collections.stream()
                        .anyMatch(collection -> collection.hashed().getHashedWritesCount() > 0
                                || collection.hashed().getMetadataWritesCount() > 0);
    }
}
