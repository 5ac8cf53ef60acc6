package org.entente.model.member;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.jspecify.annotations.Nullable;

/**
 * What the public state said at every position: who was admitted, which keys counted, which rule sets were published. It
 * is a fold over the public writes of all blocks, kept with its history, since a batch is judged by the keys that counted
 * where it stands and not by today's. An empty registry trusts nobody, and a record that cannot be read counts as none: it
 * may have been the one that revokes. Not thread-safe.
 */
public final class MemberRegistry {
    private static final Pattern KEY =
            Pattern.compile("member/(?<member>[A-Z]{2})(?<keys>/keys)?|ruleset/(?<ruleset>[a-z0-9.-]{1,80})");

    private final Map<MemberId, NavigableMap<Position, Optional<Admission>>> admissions = new TreeMap<>();
    private final Map<MemberId, NavigableMap<Position, Optional<MemberKeys>>> keys = new TreeMap<>();
    private final Map<String, NavigableMap<Position, Optional<RuleSetDigest>>> ruleSets = new TreeMap<>();

    /**
     * Takes in one public write of a VALID transaction of Entente's chaincode.
     *
     * @param at where it stands
     * @param key the public key
     * @param value the bytes; none for a deletion
     * @return whether it is a readable record of this registry. One that stands under a key of this registry and cannot be
     *     read ends what stood there before; anything under another key changes nothing
     */
    public boolean record(Position at, String key, byte[] value) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return false;
        }
        String ruleSet = matcher.group("ruleset");
        if (ruleSet != null) {
            return put(ruleSets, ruleSet, at, PublicRecords.readRuleSet(value), RuleSetDigest::name);
        }
        MemberId member = new MemberId(String.valueOf(matcher.group("member")));
        return matcher.group("keys") == null
                ? put(admissions, member, at, PublicRecords.readAdmission(value), Admission::member)
                : put(keys, member, at, PublicRecords.readKeys(value), MemberKeys::member);
    }

    /**
     * Everybody who was ever admitted.
     *
     * @return in the order of their codes, those that were expelled included
     */
    public Set<MemberId> members() {
        return Collections.unmodifiableSet(admissions.keySet());
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
     * Everybody who was ever admitted before a position.
     *
     * @param at a position
     * @return the members, sorted
     */
    public List<MemberId> everAdmitted(Position at) {
        return admissions.entrySet().stream()
                .filter(entry -> entry.getValue().headMap(at, false).values().stream()
                        .anyMatch(record -> record.map(Admission::admitted).orElse(false)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * All admission records of a member before a position.
     *
     * @param member a member
     * @param at a position
     * @return by position; empty where a record could not be read, and so ends what stood before it
     */
    public SortedMap<Position, Optional<Admission>> admissionHistory(MemberId member, Position at) {
        return history(admissions.get(member), at);
    }

    /**
     * All key records of a member before a position.
     *
     * @param member a member
     * @param at a position
     * @return by position; empty where a record could not be read, and so ends what stood before it
     */
    public SortedMap<Position, Optional<MemberKeys>> keyHistory(MemberId member, Position at) {
        return history(keys.get(member), at);
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

    private static <K, T> boolean put(
            Map<K, NavigableMap<Position, Optional<T>>> histories,
            K name,
            Position at,
            Checked<T> read,
            Function<T, K> nameIn) {
        Optional<T> record = read instanceof Checked.Accepted<T>(T value, var remarks)
                        && nameIn.apply(value).equals(name)
                ? Optional.of(value)
                : Optional.empty();
        histories.computeIfAbsent(name, any -> new TreeMap<>()).put(at, record);
        return record.isPresent();
    }

    private static <T> SortedMap<Position, Optional<T>> history(
            @Nullable NavigableMap<Position, Optional<T>> history, Position at) {
        return history == null ? new TreeMap<>() : new TreeMap<>(history.headMap(at, false));
    }

    private static <T> Optional<T> before(@Nullable NavigableMap<Position, Optional<T>> history, Position at) {
        return Optional.ofNullable(history).map(h -> h.lowerEntry(at)).flatMap(Map.Entry::getValue);
    }
}
