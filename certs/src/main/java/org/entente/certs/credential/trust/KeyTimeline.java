package org.entente.certs.credential.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.TrustedKey;

/** A member's keys through time: each as it was published last, and where it stopped counting. */
final class KeyTimeline {
    private final Map<String, VerificationKey> keys = new LinkedHashMap<>();
    private final Map<String, Position> withdrawn = new TreeMap<>();

    private KeyTimeline() {}

    static KeyTimeline of(MemberRegistry registry, MemberId member, Position at) {
        KeyTimeline timeline = new KeyTimeline();
        registry.keyHistory(member, at).forEach((position, record) -> timeline.publish(position, record));
        timeline.expel(registry, member, at);
        return timeline;
    }

    /** A record that cannot be read may have been the one that withdraws: it ends every key. */
    private void publish(Position position, Optional<MemberKeys> record) {
        List<VerificationKey> current = record.map(MemberKeys::keys).orElse(List.of());
        List<String> listed = current.stream()
                .filter(key -> key.serves(KeyPurpose.CREDENTIAL))
                .map(VerificationKey::keyId)
                .toList();
        keys.keySet().stream().filter(id -> !listed.contains(id)).forEach(id -> withdrawn.putIfAbsent(id, position));
        for (VerificationKey key : current) {
            VerificationKey before = keys.put(key.keyId(), key);
            boolean same = before == null || java.util.Arrays.equals(before.spki(), key.spki());
            if (same && listed.contains(key.keyId())) {
                withdrawn.remove(key.keyId());
            }
        }
    }

    /** An expelled member's keys count no more from there. */
    private void expel(MemberRegistry registry, MemberId member, Position at) {
        Optional<Position> since = Optional.empty();
        for (Map.Entry<Position, Optional<Admission>> entry :
                registry.admissionHistory(member, at).entrySet()) {
            boolean admitted = entry.getValue().map(Admission::admitted).orElse(false);
            since = admitted ? Optional.empty() : since.or(() -> Optional.of(entry.getKey()));
        }
        since.ifPresent(position -> keys.keySet().forEach(id -> withdrawn.merge(id, position, KeyTimeline::earlier)));
    }

    private static Position earlier(Position one, Position other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    List<VerificationKey> everPublished() {
        return List.copyOf(keys.values());
    }

    List<TrustedKey> credentialKeys() {
        List<TrustedKey> trusted = new ArrayList<>();
        for (VerificationKey key : keys.values()) {
            if (key.serves(KeyPurpose.CREDENTIAL)) {
                trusted.add(new TrustedKey(key, Optional.ofNullable(withdrawn.get(key.keyId()))));
            }
        }
        return trusted;
    }
}
