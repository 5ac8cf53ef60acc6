package org.entente.embedded.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.StampedLock;
import org.entente.model.member.MemberId;

/**
 * The latest state. Everybody shares the public values and the hashes of private ones; each member has its own private
 * values. Readers hold {@link #lock} for reading for as long as an execution lasts, so that it sees one moment; only the
 * committer takes it for writing. The lock is not bound to a thread, because an execution that takes too long is cut off
 * from outside.
 */
public final class WorldState {
    private final StampedLock lock = new StampedLock();
    private final NavigableMap<String, Versioned> publicValues = new TreeMap<>(KeyOrder.UTF_8);
    private final Map<HashedKey, Versioned> hashedValues = new HashMap<>();
    private final Map<MemberId, PrivateState> privateValues = new HashMap<>();

    /**
     * An empty state.
     *
     * @param members who has private values
     */
    public WorldState(Collection<MemberId> members) {
        members.forEach(member -> privateValues.put(member, new PrivateState()));
    }

    /**
     * Guards everything here.
     *
     * @return the lock
     */
    public StampedLock lock() {
        return lock;
    }

    /**
     * A public value.
     *
     * @param key the key
     * @return the value, or empty
     */
    public Optional<Versioned> get(String key) {
        return Optional.ofNullable(publicValues.get(key));
    }

    /**
     * All public values.
     *
     * @return by key, in key order; not to be changed
     */
    public NavigableMap<String, Versioned> publicValues() {
        return Collections.unmodifiableNavigableMap(publicValues);
    }

    /**
     * The hash of a private value.
     *
     * @param key collection and key hash
     * @return hash, metadata and version, or empty
     */
    public Optional<Versioned> hashed(HashedKey key) {
        return Optional.ofNullable(hashedValues.get(key));
    }

    /**
     * The private values of a member.
     *
     * @param member a member of the channel
     * @return its own values
     */
    public PrivateState privateState(MemberId member) {
        PrivateState state = privateValues.get(member);
        if (state == null) {
            throw new IllegalArgumentException("not a member of the channel: " + member);
        }
        return state;
    }

    /**
     * Applies the updates of a block. The caller holds the write lock.
     *
     * @param updates what changes
     */
    public void apply(Updates updates) {
        updates.publicValues().forEach((key, value) -> set(publicValues, key, value));
        updates.hashedValues().forEach((key, value) -> set(hashedValues, key, value));
    }

    private static <K> void set(Map<K, Versioned> values, K key, Optional<Versioned> value) {
        value.ifPresentOrElse(present -> values.put(key, present), () -> values.remove(key));
    }
}
