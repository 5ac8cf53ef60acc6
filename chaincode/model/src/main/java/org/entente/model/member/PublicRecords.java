package org.entente.model.member;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The records of the public state as canonical JSON, and the keys under which they stand. */
public final class PublicRecords {
    /** The longest public record in bytes. */
    public static final int MAX_BYTES = 32 * 1024;

    private PublicRecords() {}

    /**
     * Where a member's admission stands.
     *
     * @param member a member
     * @return for example {@code member/AU}
     */
    public static String admissionKey(MemberId member) {
        return "member/" + member;
    }

    /**
     * Where a member's keys stand.
     *
     * @param member a member
     * @return for example {@code member/AU/keys}
     */
    public static String keysKey(MemberId member) {
        return "member/" + member + "/keys";
    }

    /**
     * Where a rule set's digest stands.
     *
     * @param name the rule set's name
     * @return for example {@code ruleset/chafta-2015-1}
     */
    public static String ruleSetKey(String name) {
        return "ruleset/" + RuleSetDigest.checkName(name);
    }

    /**
     * Writes an admission.
     *
     * @param admission the record
     * @return canonical JSON
     */
    public static byte[] write(Admission admission) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("admitted", admission.admitted());
        node.put("did", admission.did());
        node.put("member", admission.member().value());
        node.put("name", admission.name());
        node.put("record", 1);
        return CanonicalJson.bytes(node);
    }

    /**
     * Writes keys.
     *
     * @param keys the record
     * @return canonical JSON
     */
    public static byte[] write(MemberKeys keys) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("keys");
        for (VerificationKey key : keys.keys()) {
            ObjectNode entry = list.addObject();
            entry.put("keyId", key.keyId());
            entry.put("publicKey", Base64.getEncoder().encodeToString(key.spki()));
            entry.put("validFrom", key.validFrom().toString());
            key.validUntil().ifPresent(until -> entry.put("validUntil", until.toString()));
        }
        node.put("member", keys.member().value());
        node.put("record", 1);
        ArrayNode reads = node.putArray("reads");
        keys.reads()
                .forEach((type, versions) -> versions.forEach(version -> {
                    ObjectNode entry = reads.addObject();
                    entry.put("type", type);
                    entry.put("version", version);
                }));
        return CanonicalJson.bytes(node);
    }

    /**
     * Writes a rule set's digest.
     *
     * @param ruleSet the record
     * @return canonical JSON
     */
    public static byte[] write(RuleSetDigest ruleSet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("digest", ruleSet.digest().hex());
        node.put("name", ruleSet.name());
        node.put("record", 1);
        return CanonicalJson.bytes(node);
    }

    /**
     * Reads an admission.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<Admission> readAdmission(byte[] bytes) {
        return read(bytes, (in, findings) -> {
            in.integer("record", 1, 1);
            Optional<MemberId> member = in.parsed("member", "a member code", MemberId::new);
            Optional<String> name = in.text("name", 200);
            Optional<String> did = in.parsed("did", "a DID", Admission::checkDid);
            if (!in.has("admitted")) {
                findings.add(JsonCode.JSON_MEMBER_MISSING, in.at("admitted"), "required");
            }
            boolean admitted = in.flag("admitted");
            return findings.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new Admission(member.orElseThrow(), name.orElseThrow(), did.orElseThrow(), admitted));
        });
    }

    /**
     * Reads keys.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<MemberKeys> readKeys(byte[] bytes) {
        return read(bytes, (in, findings) -> {
            in.integer("record", 1, 1);
            Optional<MemberId> member = in.parsed("member", "a member code", MemberId::new);
            List<VerificationKey> keys = in.objects("keys", 1, MemberKeys.MAX_KEYS).stream()
                    .flatMap(entry -> readKey(entry, findings).stream())
                    .toList();
            Map<String, Set<Integer>> reads = readVersions(in);
            if (findings.hasErrors()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new MemberKeys(member.orElseThrow(), keys, reads));
            } catch (IllegalArgumentException e) {
                findings.add(JsonCode.JSON_VALUE_INVALID, in.at("keys"), "distinct key ids are expected");
                return Optional.empty();
            }
        });
    }

    /**
     * Reads a rule set's digest.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<RuleSetDigest> readRuleSet(byte[] bytes) {
        return read(bytes, (in, findings) -> {
            in.integer("record", 1, 1);
            Optional<String> name = in.parsed("name", "a rule set's name", RuleSetDigest::checkName);
            Optional<Digest> digest = in.parsed("digest", "64 hexadecimal digits", Digest::new);
            return findings.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new RuleSetDigest(name.orElseThrow(), digest.orElseThrow()));
        });
    }

    private static Optional<VerificationKey> readKey(ObjectReader in, Findings findings) {
        Optional<String> keyId = in.text("keyId", 64);
        Optional<byte[]> spki = in.parsed("publicKey", "base64", PublicRecords::base64);
        Optional<Instant> from = in.parsed("validFrom", "a UTC time", PublicRecords::instant);
        Optional<Instant> until = in.optionalParsed("validUntil", "a UTC time", PublicRecords::instant);
        in.end();
        if (keyId.isEmpty() || spki.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(keyId.get(), spki.get(), from.get(), until));
        } catch (IllegalArgumentException e) {
            findings.add(
                    JsonCode.JSON_VALUE_INVALID, in.pointer(), "a key with id, public key and validity is expected");
            return Optional.empty();
        }
    }

    private static Map<String, Set<Integer>> readVersions(ObjectReader in) {
        Map<String, Set<Integer>> reads = new TreeMap<>();
        for (ObjectReader entry : in.objects("reads", 0, 1_000)) {
            Optional<String> type = entry.text("type", 80);
            Optional<Long> version = entry.integer("version", 1, 9_999);
            entry.end();
            if (type.isPresent() && version.isPresent()) {
                reads.computeIfAbsent(type.get(), name -> new TreeSet<>())
                        .add(version.get().intValue());
            }
        }
        return reads;
    }

    private interface MembersReader<T> {
        Optional<T> read(ObjectReader in, Findings findings);
    }

    private static <T> Checked<T> read(byte[] bytes, MembersReader<T> reader) {
        return switch (CanonicalJson.parseCanonical(bytes, MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Optional<T> value = ObjectReader.of(node, "", findings).flatMap(in -> {
                    Optional<T> result = reader.read(in, findings);
                    in.end();
                    return result;
                });
                yield findings.hasErrors() || value.isEmpty()
                        ? new Checked.Rejected<>(findings.all())
                        : new Checked.Accepted<>(value.get(), List.of());
            }
        };
    }

    private static byte[] base64(String text) {
        byte[] raw = Base64.getDecoder().decode(text);
        if (!Arrays.equals(
                Base64.getEncoder().encode(raw), text.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("another spelling");
        }
        return raw;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (!instant.toString().equals(text)) {
            throw new IllegalArgumentException("another spelling");
        }
        return instant;
    }
}
