package org.entente.certs.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A least-recently-used cache for results that cost far more than a lock (a signature check, a parsed certificate).
 * Safe for use by many threads.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class BoundedCache<K, V> {
    private final Map<K, V> entries;

    /**
     * An empty cache.
     *
     * @param capacity how many entries it holds at most, 1 or more
     */
    public BoundedCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache holds at least one entry, not " + capacity);
        }
        entries = new Evicting<>(capacity);
    }

    /**
     * What is remembered under a key.
     *
     * @param key the key
     * @return the value, or empty
     */
    public Optional<V> get(K key) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key));
        }
    }

    /**
     * Remembers a value; the entry unused for longest gives way.
     *
     * @param key the key; must not change afterwards
     * @param value the value
     */
    public void put(K key, V value) {
        synchronized (entries) {
            entries.put(key, value);
        }
    }

    /**
     * How many entries are held now.
     *
     * @return 0 to the capacity
     */
    public int size() {
        synchronized (entries) {
            return entries.size();
        }
    }

    private static final class Evicting<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int capacity;

        Evicting(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }
}
