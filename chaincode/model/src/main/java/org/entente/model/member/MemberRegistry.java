package org.entente.model.member;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;

/**
 * What the public state said at every position: who was admitted, which keys counted, which rule sets were published. It
 * is a fold over the public writes of all blocks, kept with its history, since a batch is judged by the keys that counted
 * where it stands and not by today's. An empty registry trusts nobody. Not thread-safe.
 */
public final class MemberRegistry {
    private final Map<MemberId, NavigableMap<Position, Admission>> admissions = new TreeMap<>();
    private final Map<MemberId, NavigableMap<Position, MemberKeys>> keys = new TreeMap<>();
    private final Map<String, NavigableMap<Position, RuleSetDigest>> ruleSets = new TreeMap<>();

    /**
     * Takes in one public write of a VALID transaction of Entente's chaincode.
     *
     * @param at where it stands
     * @param key the public key
     * @param value the bytes
     * @return whether it is a record of this registry; anything else changes nothing
     */
    public boolean record(Position at, String key, byte[] value) {
        if (key.startsWith("ruleset/")) {
            return PublicRecords.readRuleSet(value) instanceof Checked.Accepted<RuleSetDigest>(var ruleSet, var remarks)
                    && key.equals(PublicRecords.ruleSetKey(ruleSet.name()))
                    && put(ruleSets.computeIfAbsent(ruleSet.name(), name -> new TreeMap<>()), at, ruleSet);
        }
        if (key.endsWith("/keys")) {
            return PublicRecords.readKeys(value) instanceof Checked.Accepted<MemberKeys>(var published, var remarks)
                    && key.equals(PublicRecords.keysKey(published.member()))
                    && put(keys.computeIfAbsent(published.member(), member -> new TreeMap<>()), at, published);
        }
        return PublicRecords.readAdmission(value) instanceof Checked.Accepted<Admission>(var admission, var remarks)
                && key.equals(PublicRecords.admissionKey(admission.member()))
                && put(admissions.computeIfAbsent(admission.member(), member -> new TreeMap<>()), at, admission);
    }

    /**
     * Whether a member was admitted at a position.
     *
     * @param member a member
     * @param at a position
     * @return true if the last admission record before it says so
     */
    public boolean isAdmitted(MemberId member, Position at) {
        return before(admissions.get(member), at).map(Admission::admitted).orElse(false);
    }

    /**
     * A member's admission record at a position.
     *
     * @param member a member
     * @param at a position
     * @return the last record before it
     */
    public Optional<Admission> admission(MemberId member, Position at) {
        return before(admissions.get(member), at);
    }

    /**
     * The keys that a member had published at a position.
     *
     * @param member a member
     * @param at a position
     * @return the last record before it
     */
    public Optional<MemberKeys> keys(MemberId member, Position at) {
        return before(keys.get(member), at);
    }

    /**
     * The digest of a rule set at a position.
     *
     * @param name the rule set's name
     * @param at a position
     * @return the digest published last before it
     */
    public Optional<Digest> ruleSet(String name, Position at) {
        return before(ruleSets.get(name), at).map(RuleSetDigest::digest);
    }

    private static <T> boolean put(NavigableMap<Position, T> history, Position at, T value) {
        history.put(at, value);
        return true;
    }

    private static <T> Optional<T> before(
            @org.jspecify.annotations.Nullable NavigableMap<Position, T> history, Position at) {
        return Optional.ofNullable(history).map(h -> h.lowerEntry(at)).map(Map.Entry::getValue);
    }
}
