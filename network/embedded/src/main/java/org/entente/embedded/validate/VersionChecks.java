package org.entente.embedded.validate;

import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.rwset.Lifecycle;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.entente.embedded.rwset.Versions;
import org.entente.embedded.simulate.Simulator;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.KeyOrder;
import org.entente.embedded.state.Updates;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.Versioned;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Whether what a transaction read is still so, after the blocks before it and the valid transactions before it in its block. */
final class VersionChecks {
    private final Channel channel;
    private final WorldState state;

    VersionChecks(Channel channel, WorldState state) {
        this.channel = channel;
        this.state = state;
    }

    Optional<TxValidationCode> check(List<NamespaceRwSet> sets, Updates updates) {
        for (NamespaceRwSet set : sets) {
            Optional<TxValidationCode> conflict = check(set, updates);
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        return Optional.empty();
    }

    private Optional<TxValidationCode> check(NamespaceRwSet set, Updates updates) {
        for (KVRead read : set.keyValues().getReadsList()) {
            boolean touched = isOwn(set.namespace()) && updates.publicValues().containsKey(read.getKey());
            if (touched || !current(set.namespace(), read.getKey()).equals(Versions.of(read))) {
                return Optional.of(TxValidationCode.MVCC_READ_CONFLICT);
            }
        }
        for (RangeQueryInfo range : set.keyValues().getRangeQueriesInfoList()) {
            if (!isUnchanged(set.namespace(), range, updates)) {
                return Optional.of(TxValidationCode.PHANTOM_READ_CONFLICT);
            }
        }
        for (NamespaceRwSet.CollectionRwSet collection : set.collections()) {
            for (KVReadHash read : collection.hashed().getHashedReadsList()) {
                HashedKey key = new HashedKey(collection.name(), read.getKeyHash());
                if (updates.hashedValues().containsKey(key)
                        || !version(state.hashed(key)).equals(Versions.of(read))) {
                    return Optional.of(TxValidationCode.MVCC_READ_CONFLICT);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Version> current(String namespace, String key) {
        if (isOwn(namespace)) {
            return version(state.get(key));
        }
        return namespace.equals(Lifecycle.NAMESPACE)
                ? Lifecycle.versionOf(key, channel.chaincode(), Simulator.DEFINITION)
                : Optional.empty();
    }

    private boolean isOwn(String namespace) {
        return namespace.equals(channel.chaincode());
    }

    private boolean isUnchanged(String namespace, RangeQueryInfo range, Updates updates) {
        if (!isOwn(namespace) || range.hasReadsMerkleHashes()) {
            return false;
        }
        Iterator<KVRead> expected = range.getRawReads().getKvReadsList().iterator();
        for (var found : scan(range, updates).entrySet()) {
            if (!expected.hasNext()) {
                return false;
            }
            KVRead read = expected.next();
            boolean same = read.getKey().equals(found.getKey())
                    && Versions.of(read).equals(Optional.of(found.getValue().version()));
            if (!same) {
                return false;
            }
        }
        return !expected.hasNext();
    }

    private NavigableMap<String, Versioned> scan(RangeQueryInfo range, Updates updates) {
        NavigableMap<String, Versioned> found = new TreeMap<>(part(state.publicValues(), range));
        part(updates.publicValues(), range)
                .forEach((key, value) ->
                        value.ifPresentOrElse(present -> found.put(key, present), () -> found.remove(key)));
        return found;
    }

    /** A scan that was not read to its end covers its last key, which the range then names. */
    private static <V> NavigableMap<String, V> part(NavigableMap<String, V> values, RangeQueryInfo range) {
        String start = range.getStartKey();
        String end = range.getEndKey();
        boolean untouched = end.isEmpty() && !range.getItrExhausted();
        if (untouched || (!end.isEmpty() && KeyOrder.UTF_8.compare(start, end) > 0)) {
            return new TreeMap<>(KeyOrder.UTF_8);
        }
        return end.isEmpty() ? values.tailMap(start, true) : values.subMap(start, true, end, !range.getItrExhausted());
    }

    private static Optional<Version> version(Optional<Versioned> value) {
        return value.map(Versioned::version);
    }
}
