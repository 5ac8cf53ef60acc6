package org.entente.certs.credential.status;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.JsonNode;

/** Reads list credentials, ours and those of other software, and collects everything that is wrong. */
final class StatusListReader {
    private static final int MAX_URL = 2_000;
    private static final int MAX_PURPOSES = 16;
    private static final long MAX_TTL_MILLIS = 1L << 45;

    private final Findings findings = new Findings();

    private StatusListReader() {}

    static Checked<StatusList> read(JsonNode document) {
        StatusListReader reader = new StatusListReader();
        Optional<StatusList> list =
                ObjectReader.of(document, "", reader.findings).flatMap(reader::credential);
        return list.isPresent() && !reader.findings.hasErrors()
                ? new Checked.Accepted<>(list.get(), List.of())
                : new Checked.Rejected<>(reader.findings.all());
    }

    private Optional<StatusList> credential(ObjectReader in) {
        requireType(in, StatusList.TYPE);
        Optional<String> id = in.text("id", MAX_URL);
        Optional<String> issuer = issuer(in);
        Optional<Instant> from = in.parsed("validFrom", "a moment (RFC 3339)", StatusListReader::moment);
        Optional<Instant> until = in.optionalParsed("validUntil", "a moment (RFC 3339)", StatusListReader::moment);
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            malformed(in.at("validUntil"), "later than validFrom");
        }
        Optional<ObjectReader> subject = in.object("credentialSubject");
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        requireType(subject.get(), StatusList.SUBJECT_TYPE);
        Set<String> purposes = purposes(subject.get());
        Optional<Duration> ttl = subject.get().has("ttl")
                ? subject.get().integer("ttl", 0, MAX_TTL_MILLIS).map(Duration::ofMillis)
                : Optional.empty();
        Optional<StatusBits> bits = bits(subject.get());
        if (findings.hasErrors() || bits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatusList(
                id.orElseThrow(), issuer.orElseThrow(), purposes, bits.get(), from.orElseThrow(), until, ttl));
    }

    private Optional<StatusBits> bits(ObjectReader subject) {
        Optional<String> encoded = subject.text("encodedList", StatusEncoding.MAX_TEXT);
        if (encoded.isEmpty()) {
            return Optional.empty();
        }
        int before = findings.all().size();
        byte[] bits = StatusEncoding.decode(encoded.get(), subject.at("encodedList"), findings);
        if (findings.all().size() > before) {
            return Optional.empty();
        }
        if (bits.length * 8 < StatusBits.MIN_ENTRIES) {
            findings.add(StatusCode.STATUS_LIST_TOO_SHORT, subject.at("encodedList"), bits.length * 8 + " entries");
            return Optional.empty();
        }
        return Optional.of(new StatusBits(bits));
    }

    /** The issuer is a URL or an object with one (VCDM 2.0, 4.7). */
    private Optional<String> issuer(ObjectReader in) {
        Optional<JsonNode> issuer = in.any("issuer");
        return issuer.isPresent() && issuer.get().isObject()
                ? in.object("issuer").flatMap(object -> object.text("id", MAX_URL))
                : in.text("issuer", MAX_URL);
    }

    private void requireType(ObjectReader in, String type) {
        if (!texts(in, "type").contains(type)) {
            malformed(in.at("type"), type + " is expected");
        }
    }

    private Set<String> purposes(ObjectReader subject) {
        Set<String> purposes = texts(subject, "statusPurpose");
        if (purposes.isEmpty() || purposes.size() > MAX_PURPOSES) {
            malformed(subject.at("statusPurpose"), "one or more texts are expected");
        }
        return purposes;
    }

    private Set<String> texts(ObjectReader in, String name) {
        Set<String> texts = new TreeSet<>();
        Optional<JsonNode> value = in.any(name);
        if (value.isPresent() && value.get().isArray()) {
            value.get().forEach(each -> {
                if (each.isString()) {
                    texts.add(each.stringValue());
                }
            });
        } else {
            value.filter(JsonNode::isString).map(JsonNode::stringValue).ifPresent(texts::add);
        }
        return texts;
    }

    private void malformed(String pointer, String detail) {
        findings.add(StatusCode.STATUS_LIST_MALFORMED, pointer, detail);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a moment", e);
        }
    }
}
