package org.entente.client.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** The private bytes that the peer delivered with one transaction, found by collection and hash of the key. */
final class PrivateBytes {
    private record Place(String namespace, String collection, Digest keyHash) {}

    private final Map<Place, byte[]> values = new HashMap<>();

    static PrivateBytes none() {
        return new PrivateBytes();
    }

    /** What cannot be read is not there: the follower asks for it again. */
    static PrivateBytes of(TxPvtReadWriteSet delivered) {
        PrivateBytes bytes = new PrivateBytes();
        for (NsPvtReadWriteSet namespace : delivered.getNsPvtRwsetList()) {
            for (CollectionPvtReadWriteSet collection : namespace.getCollectionPvtRwsetList()) {
                bytes.add(namespace.getNamespace(), collection);
            }
        }
        return bytes;
    }

    private void add(String namespace, CollectionPvtReadWriteSet collection) {
        try {
            for (KVWrite write : KVRWSet.parseFrom(collection.getRwset()).getWritesList()) {
                Digest keyHash = Digest.of(write.getKey().getBytes(StandardCharsets.UTF_8));
                values.put(
                        new Place(namespace, collection.getCollectionName(), keyHash),
                        write.getValue().toByteArray());
            }
        } catch (InvalidProtocolBufferException e) {
            // as if it had not been delivered
            return;
        }
    }

    Optional<byte[]> value(String namespace, String collection, Digest keyHash) {
        return Optional.ofNullable(values.get(new Place(namespace, collection, keyHash)));
    }
}
