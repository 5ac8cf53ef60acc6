package org.entente.model.member;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The public record {@code member/X/keys}, which only X writes: its verification keys and what it can read.
 *
 * @param member who publishes
 * @param keys its current keys, 1 to 20, with distinct ids
 * @param reads versions that the member reads, by statement type name; an author emits no other (architecture rule 10)
 */
public record MemberKeys(MemberId member, List<VerificationKey> keys, Map<String, Set<Integer>> reads) {
    /** The most keys that a member publishes at once. */
    public static final int MAX_KEYS = 20;

    /** Refuses no or too many keys and an id that stands twice with {@link IllegalArgumentException}. */
    public MemberKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("a member publishes 1 to " + MAX_KEYS + " keys");
        }
        Set<String> ids = new HashSet<>();
        keys.forEach(key -> {
            if (!ids.add(key.keyId())) {
                throw new IllegalArgumentException("key id " + key.keyId() + " stands twice");
            }
        });
        TreeMap<String, Set<Integer>> sorted = new TreeMap<>();
        reads.forEach(
                (type, versions) -> sorted.put(type, java.util.Collections.unmodifiableSet(new TreeSet<>(versions))));
        reads = java.util.Collections.unmodifiableMap(sorted);
    }

    /**
     * The key of an id.
     *
     * @param keyId an id from a batch header
     * @return the key, if it is among the current ones
     */
    public Optional<VerificationKey> key(String keyId) {
        return keys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
    }

    /**
     * Whether the member reads a version of a statement type.
     *
     * @param type the type's name
     * @param version its version
     * @return true if it says so
     */
    public boolean reads(String type, int version) {
        return reads.getOrDefault(type, Set.of()).contains(version);
    }
}
