package org.entente.embedded.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the valid transactions of a block change in the public and the hashed state; an empty value is a deletion. */
public final class Updates {
    private final NavigableMap<String, Optional<Versioned>> publicValues = new TreeMap<>(KeyOrder.UTF_8);
    private final Map<HashedKey, Optional<Versioned>> hashedValues = new HashMap<>();

    /**
     * Changes of public values.
     *
     * @return by key, in key order; not to be changed
     */
    public NavigableMap<String, Optional<Versioned>> publicValues() {
        return Collections.unmodifiableNavigableMap(publicValues);
    }

    /**
     * Changes of private hashes.
     *
     * @return by collection and key hash; not to be changed
     */
    public Map<HashedKey, Optional<Versioned>> hashedValues() {
        return Collections.unmodifiableMap(hashedValues);
    }

    /**
     * Changes a public value.
     *
     * @param key the key
     * @param value the new value, or empty to delete it
     */
    public void put(String key, Optional<Versioned> value) {
        publicValues.put(key, value);
    }

    /**
     * Changes a private hash.
     *
     * @param key collection and key hash
     * @param value the new hash, or empty to delete it
     */
    public void put(HashedKey key, Optional<Versioned> value) {
        hashedValues.put(key, value);
    }

    /**
     * A public value with these changes on top.
     *
     * @param key the key
     * @param state what lies beneath
     * @return the value as the next transaction finds it
     */
    public Optional<Versioned> over(WorldState state, String key) {
        Optional<Versioned> change = publicValues.get(key);
        return change != null ? change : state.get(key);
    }

    /**
     * A private hash with these changes on top.
     *
     * @param key collection and key hash
     * @param state what lies beneath
     * @return the hash as the next transaction finds it
     */
    public Optional<Versioned> over(WorldState state, HashedKey key) {
        Optional<Versioned> change = hashedValues.get(key);
        return change != null ? change : state.hashed(key);
    }
}
