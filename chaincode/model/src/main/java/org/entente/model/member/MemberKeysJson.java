package org.entente.model.member;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@link MemberKeys} as JSON: {@code schema/member-keys-1.json}. */
final class MemberKeysJson {
    private static final int MAX_READS = 1_000;

    private MemberKeysJson() {}

    static byte[] write(MemberKeys keys) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("keys");
        for (VerificationKey key : keys.keys()) {
            VerificationKeyJson.write(key, list.addObject());
        }
        node.put("member", keys.member().value());
        node.put("record", RecordReader.VERSION);
        ArrayNode reads = node.putArray("reads");
        keys.reads()
                .forEach((type, versions) -> versions.forEach(
                        version -> reads.addObject().put("type", type).put("version", version)));
        return CanonicalJson.bytes(node);
    }

    static Optional<MemberKeys> read(ObjectReader in, Findings findings) {
        Optional<MemberId> member = in.parsed("member", "a member code", MemberId::new);
        List<VerificationKey> keys = in.objects("keys", 1, MemberKeys.MAX_KEYS).stream()
                .flatMap(entry -> {
                    Optional<VerificationKey> key = VerificationKeyJson.read(entry, findings);
                    entry.end();
                    return key.stream();
                })
                .toList();
        Map<String, Set<Integer>> reads = readVersions(in, findings);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MemberKeys(member.orElseThrow(), keys, reads));
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at("keys"), "distinct key ids are expected");
            return Optional.empty();
        }
    }

    /** Accepts the order in which {@link #write} writes, and no other: one record has one sequence of bytes. */
    private static Map<String, Set<Integer>> readVersions(ObjectReader in, Findings findings) {
        if (!in.has("reads")) {
            findings.add(JsonCode.JSON_MEMBER_MISSING, in.at("reads"), "required");
        }
        TreeMap<String, TreeSet<Integer>> reads = new TreeMap<>();
        for (ObjectReader entry : in.objects("reads", 0, MAX_READS)) {
            Optional<String> type = entry.text("type", 80);
            Optional<Long> version = entry.integer("version", 1, 9_999);
            entry.end();
            if (type.isEmpty() || version.isEmpty()) {
                continue;
            }
            boolean sorted = reads.isEmpty()
                    || reads.lastKey().compareTo(type.get()) < 0
                    || (reads.lastKey().equals(type.get())
                            && reads.lastEntry().getValue().last() < version.get());
            if (!sorted) {
                findings.add(JsonCode.JSON_VALUE_INVALID, entry.pointer(), "sorted by type and version, each once");
            }
            reads.computeIfAbsent(type.get(), name -> new TreeSet<>())
                    .add(version.get().intValue());
        }
        return Map.copyOf(reads);
    }
}
