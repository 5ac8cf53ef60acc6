package org.entente.client.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;

/** What a batch's transaction does to the ledger: it reads the stream's head, writes the batch and the head after it. */
final class PreparedWrites {
    private static final ByteString HEAD = hash(StoredHead.KEY.getBytes(UTF_8));

    private final String chaincode;
    private final String collection;
    private final Map<ByteString, ByteString> expected;

    PreparedWrites(String chaincode, Batch batch) {
        this.chaincode = chaincode;
        this.collection = batch.header().stream().collection();
        this.expected = Map.of(
                hash(batch.header().ledgerKey().getBytes(UTF_8)),
                hash(batch.bytes()),
                HEAD,
                hash(StoredHead.after(batch).bytes()));
    }

    private static ByteString hash(byte[] bytes) {
        return ByteString.copyFrom(Digest.of(bytes).raw());
    }

    /** Whether a simulation did this and nothing else. */
    boolean areIn(ChaincodeAction action) throws InvalidProtocolBufferException {
        boolean found = false;
        for (NsReadWriteSet each : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
            KVRWSet open = KVRWSet.parseFrom(each.getRwset());
            if (open.getWritesCount() + open.getMetadataWritesCount() > 0) {
                return false;
            }
            List<CollectionHashedReadWriteSet> collections = each.getCollectionHashedRwsetList();
            if (each.getNamespace().equals(chaincode)) {
                found = collections.size() == 1
                        && collections.getFirst().getCollectionName().equals(collection)
                        && isExpected(
                                HashedRWSet.parseFrom(collections.getFirst().getHashedRwset()));
            } else if (!collections.isEmpty()) {
                return false;
            }
        }
        return found && action.getEvents().isEmpty();
    }

    private boolean isExpected(HashedRWSet set) {
        Map<ByteString, ByteString> writes = new HashMap<>();
        for (KVWriteHash write : set.getHashedWritesList()) {
            if (write.getIsDelete() || write.getIsPurge()) {
                return false;
            }
            writes.put(write.getKeyHash(), write.getValueHash());
        }
        return writes.equals(expected)
                && set.getHashedWritesCount() == expected.size()
                && set.getMetadataWritesCount() == 0
                // Without this reading a second batch could stand beside the first.
                && set.getHashedReadsList().stream()
                        .anyMatch(read -> read.getKeyHash().equals(HEAD));
    }
}
