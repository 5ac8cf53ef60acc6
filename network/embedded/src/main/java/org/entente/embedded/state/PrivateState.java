package org.entente.embedded.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The latest private values that one member holds. Guarded by the world state's lock. */
public final class PrivateState {
    private final Map<String, NavigableMap<String, PrivateValue>> collections = new HashMap<>();

    /**
     * A value.
     *
     * @param collection the collection
     * @param key the key
     * @return the value as this member has it, which may be older than the public hash says
     */
    public Optional<PrivateValue> get(String collection, String key) {
        return Optional.ofNullable(values(collection).get(key));
    }

    /**
     * All values of a collection.
     *
     * @param collection the collection
     * @return by key, in key order; not to be changed
     */
    public NavigableMap<String, PrivateValue> values(String collection) {
        return Collections.unmodifiableNavigableMap(
                collections.getOrDefault(collection, Collections.emptyNavigableMap()));
    }

    /**
     * Sets a value.
     *
     * @param collection the collection
     * @param key the key
     * @param value what it now is
     */
    public void put(String collection, String key, PrivateValue value) {
        collections
                .computeIfAbsent(collection, name -> new TreeMap<>(KeyOrder.UTF_8))
                .put(key, value);
    }

    /**
     * Forgets a value.
     *
     * @param collection the collection
     * @param key the key
     */
    public void remove(String collection, String key) {
        NavigableMap<String, PrivateValue> values = collections.get(collection);
        if (values != null) {
            values.remove(key);
        }
    }
}
