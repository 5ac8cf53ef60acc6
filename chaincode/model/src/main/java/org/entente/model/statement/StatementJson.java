package org.entente.model.statement;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The envelope, version 1, as JSON: {@code schema/statement-envelope-1.json}. */
final class StatementJson {
    private static final int ENVELOPE_VERSION = 1;

    private StatementJson() {}

    static ObjectNode write(Statement statement) {
        ObjectNode node = writeContent(statement.draft());
        node.put("previousDigest", statement.previousDigest().hex());
        node.put("salt", statement.draft().salt().base64Url());
        node.put("sequence", statement.sequence());
        return node;
    }

    static Digest contentDigest(StatementDraft draft) {
        return Digest.of(CanonicalJson.bytes(writeContent(draft), StatementLimits.MAX_STATEMENT_DEPTH));
    }

    /** What stands between the members "officer" and "statementId" is the place: what is left is the content. */
    static Digest contentDigest(Statement statement, byte[] canonical) {
        StatementDraft draft = statement.draft();
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        writeEnd(draft, after);
        int end = canonical.length - (CanonicalJson.bytes(after).length - 1);
        int begin = end
                - "'previousDigest':'','salt':'','sequence':,".length()
                - statement.previousDigest().hex().length()
                - draft.salt().base64Url().length()
                - Long.toString(statement.sequence()).length();
        return Digest.of(Arrays.copyOf(canonical, begin), Arrays.copyOfRange(canonical, end, canonical.length));
    }

    private static void writeEnd(StatementDraft draft, ObjectNode node) {
        node.put("statementId", draft.id().hex());
        node.put("subject", draft.subject());
        node.put("type", draft.type().name());
        node.put("version", draft.type().version());
    }

    private static ObjectNode writeContent(StatementDraft draft) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("audience", draft.stream().audience().value());
        node.put("author", draft.stream().author().value());
        node.set("body", draft.body());
        node.put("effectiveFrom", draft.effectiveFrom().toString());
        node.put("envelope", ENVELOPE_VERSION);
        node.put("officer", draft.officer());
        writeEnd(draft, node);
        return node;
    }

    static Checked<Statement> read(JsonNode node, String pointer) {
        Findings findings = new Findings();
        Optional<Statement> statement =
                ObjectReader.of(node, pointer, findings).flatMap(in -> readMembers(in, findings));
        if (findings.hasErrors() || statement.isEmpty()) {
            return new Checked.Rejected<>(findings.all());
        }
        return new Checked.Accepted<>(statement.get(), List.of());
    }

    private static Optional<Statement> readMembers(ObjectReader in, Findings findings) {
        in.integer("envelope", ENVELOPE_VERSION, ENVELOPE_VERSION);
        Optional<MemberId> author = in.parsed("author", "a member code", MemberId::new);
        Optional<MemberId> audience = in.parsed("audience", "a member code", MemberId::new);
        Optional<Instant> effectiveFrom = in.parsed("effectiveFrom", "a UTC time (RFC 3339)", UtcTime::parse);
        Optional<String> officer = in.text("officer", StatementLimits.MAX_OFFICER_LENGTH);
        Optional<String> subject = in.text("subject", StatementLimits.MAX_SUBJECT_LENGTH);
        Optional<StatementId> id = in.parsed("statementId", "64 hexadecimal digits", StatementId::new);
        Optional<Salt> salt = in.parsed("salt", "16 bytes in base64url", Salt::new);
        Optional<Digest> previous = in.parsed("previousDigest", "64 hexadecimal digits", Digest::new);
        Optional<Long> sequence = in.integer("sequence", 1, StrictJson.LARGEST_INTEGER);
        Optional<Long> version = in.integer("version", 1, 9_999);
        Optional<StatementType> type = in.parsed(
                "type",
                "a type such as origin.certificate.issued",
                text -> new StatementType(text, version.orElse(1L).intValue()));
        Optional<JsonNode> body = in.any("body");
        in.end();
        if (body.isPresent() && !body.get().isObject()) {
            findings.add(JsonCode.JSON_TYPE_WRONG, in.at("body"), "an object is expected");
        }
        StreamPlace.check(in, findings, author, audience, sequence, previous);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        StatementDraft draft = new StatementDraft(
                new StreamId(author.orElseThrow(), audience.orElseThrow()),
                id.orElseThrow(),
                type.orElseThrow(),
                subject.orElseThrow(),
                effectiveFrom.orElseThrow(),
                officer.orElseThrow(),
                salt.orElseThrow(),
                body.orElseThrow());
        return Optional.of(new Statement(draft, sequence.orElseThrow(), previous.orElseThrow()));
    }
}
