package org.entente.model.member;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Findings;
import org.entente.model.json.Base64Text;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.UtcTime;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link VerificationKey} as JSON, the same in every file that names keys. */
public final class VerificationKeyJson {
    private VerificationKeyJson() {}

    /**
     * Writes a key's members.
     *
     * @param key a key
     * @param entry the object to add them to
     */
    public static void write(VerificationKey key, ObjectNode entry) {
        entry.put("keyId", key.keyId());
        entry.put("publicKey", Base64Text.write(key.spki()));
        ArrayNode purposes = entry.putArray("purposes");
        key.purposes().forEach(purpose -> purposes.add(purpose.wire()));
        entry.put("validFrom", key.validFrom().toString());
        key.validUntil().ifPresent(until -> entry.put("validUntil", until.toString()));
    }

    /**
     * Reads a key's members; other members are for the caller, who also calls {@code end}.
     *
     * @param in an object
     * @param findings where errors are collected
     * @return the key, or empty and an error
     */
    public static Optional<VerificationKey> read(ObjectReader in, Findings findings) {
        Optional<String> keyId = in.text("keyId", 64);
        Optional<byte[]> spki = in.parsed("publicKey", "base64", Base64Text::parse);
        Optional<Instant> from = in.parsed("validFrom", "a UTC time", UtcTime::parse);
        Optional<Instant> until = in.optionalParsed("validUntil", "a UTC time", UtcTime::parse);
        Set<KeyPurpose> purposes = readPurposes(in, findings);
        if (keyId.isEmpty() || spki.isEmpty() || from.isEmpty() || purposes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(keyId.get(), spki.get(), purposes, from.get(), until));
        } catch (IllegalArgumentException e) {
            findings.add(
                    JsonCode.JSON_VALUE_INVALID,
                    in.pointer(),
                    "a key with id, public key, fitting purposes and validity is expected");
            return Optional.empty();
        }
    }

    /** Sorted, each once: one record has one sequence of bytes. */
    private static Set<KeyPurpose> readPurposes(ObjectReader in, Findings findings) {
        List<KeyPurpose> listed = in.parsedList(
                "purposes",
                1,
                KeyPurpose.values().length,
                "statement or credential",
                text -> KeyPurpose.ofWire(text).orElseThrow(IllegalArgumentException::new));
        if (!listed.equals(listed.stream().distinct().sorted().toList())) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at("purposes"), "sorted, each once");
        }
        return Set.copyOf(listed);
    }
}
