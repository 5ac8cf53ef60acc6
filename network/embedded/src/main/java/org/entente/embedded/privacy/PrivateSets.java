package org.entente.embedded.privacy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import org.entente.embedded.crypto.Sha256;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.PrivateState;
import org.entente.embedded.state.PrivateValue;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.Versioned;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/**
 * Brings a member's private values in line with a private write. It may come late: a value counts only while the public
 * hash still is that value's, and takes the version of the hash.
 */
public final class PrivateSets {
    private PrivateSets() {}

    /**
     * Applies a write. The caller holds the state's write lock and has applied the public part of the block.
     *
     * @param write the write
     * @param state the world state
     * @param values the member's values
     */
    public static void apply(PrivateWrite write, WorldState state, PrivateState values) {
        KVRWSet set = parse(write.set());
        Version version = new Version(write.block(), write.transaction());
        for (KVWrite entry : set.getWritesList()) {
            Optional<Versioned> hash = hash(write.collection(), entry.getKey(), state);
            if (!entry.getIsDelete() && hash.isPresent() && isHashOf(hash.get(), entry.getValue())) {
                values.put(
                        write.collection(),
                        entry.getKey(),
                        new PrivateValue(entry.getValue(), hash.get().version()));
            } else if (isOlder(values, write.collection(), entry.getKey(), version)) {
                values.remove(write.collection(), entry.getKey());
            }
        }
        for (KVMetadataWrite entry : set.getMetadataWritesList()) {
            renew(write.collection(), entry.getKey(), state, values);
        }
    }

    /** A write of metadata alone moves the key's version; the value moves with it if it is still the right one. */
    private static void renew(String collection, String key, WorldState state, PrivateState values) {
        Optional<PrivateValue> held = values.get(collection, key);
        Optional<Versioned> hash = hash(collection, key, state);
        if (held.isPresent()
                && hash.isPresent()
                && isHashOf(hash.get(), held.get().value())) {
            values.put(
                    collection,
                    key,
                    new PrivateValue(held.get().value(), hash.get().version()));
        }
    }

    /**
     * A write without the keys that were purged after it.
     *
     * @param write the write
     * @param purged the keys' hashes and where each was purged last
     * @return the same write when it has none of them
     */
    public static PrivateWrite without(PrivateWrite write, Map<HashedKey, Version> purged) {
        KVRWSet set = parse(write.set());
        KVRWSet.Builder rest = set.toBuilder().clearWrites();
        set.getWritesList().stream()
                .filter(entry -> entry.getIsDelete() || !isPurged(write, entry.getKey(), purged))
                .forEach(rest::addWrites);
        return rest.getWritesCount() == set.getWritesCount()
                ? write
                : new PrivateWrite(
                        write.block(),
                        write.transaction(),
                        write.transactionId(),
                        write.collection(),
                        rest.build().toByteString(),
                        true);
    }

    /**
     * Removes a value by the hash of its key.
     *
     * @param key collection and key hash
     * @param values a member's values
     */
    public static void remove(HashedKey key, PrivateState values) {
        values.values(key.collection()).keySet().stream()
                .filter(name -> Sha256.of(name).equals(key.keyHash()))
                .findFirst()
                .ifPresent(name -> values.remove(key.collection(), name));
    }

    private static boolean isPurged(PrivateWrite write, String key, Map<HashedKey, Version> purged) {
        Version last = purged.get(new HashedKey(write.collection(), Sha256.of(key)));
        return last != null && new Version(write.block(), write.transaction()).compareTo(last) < 0;
    }

    private static boolean isOlder(PrivateState values, String collection, String key, Version version) {
        return values.get(collection, key)
                .filter(held -> held.version().compareTo(version) < 0)
                .isPresent();
    }

    private static boolean isHashOf(Versioned hash, ByteString value) {
        return hash.value().equals(Sha256.of(value));
    }

    private static Optional<Versioned> hash(String collection, String key, WorldState state) {
        return state.hashed(new HashedKey(collection, Sha256.of(key)));
    }

    private static KVRWSet parse(ByteString set) {
        try {
            return KVRWSet.parseFrom(set);
        } catch (InvalidProtocolBufferException e) {
            // its hash stands in a valid transaction that a peer endorsed
            throw new IllegalStateException("an endorsed private set cannot be read", e);
        }
    }
}
