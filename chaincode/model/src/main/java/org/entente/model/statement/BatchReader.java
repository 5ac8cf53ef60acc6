package org.entente.model.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.Base64Text;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;

/** Reads a batch and proves that it is consistent in itself. */
final class BatchReader {
    private static final int MAX_SIGNATURE_LENGTH = 128;

    private final Findings findings = new Findings();

    private BatchReader() {}

    static Checked<Batch> read(byte[] bytes) {
        BatchReader reader = new BatchReader();
        if (bytes.length > StatementLimits.MAX_BATCH_BYTES) {
            reader.findings.add(StatementCode.BATCH_TOO_LARGE, "", bytes.length + " bytes");
            return new Checked.Rejected<>(reader.findings.all());
        }
        return switch (StrictJson.parse(bytes, StatementLimits.MAX_BATCH_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> reader.readNode(node, bytes);
        };
    }

    private Checked<Batch> readNode(JsonNode node, byte[] bytes) {
        Optional<Batch> batch = ObjectReader.of(node, "", findings).flatMap(in -> readMembers(in, bytes));
        if (findings.hasErrors() || batch.isEmpty()) {
            return new Checked.Rejected<>(findings.all());
        }
        return new Checked.Accepted<>(batch.get(), List.of());
    }

    private Optional<Batch> readMembers(ObjectReader in, byte[] bytes) {
        Optional<BatchHeader> header = in.object("header").flatMap(inner -> BatchHeader.read(inner, findings));
        Optional<byte[]> signature = in.text("signature", MAX_SIGNATURE_LENGTH).flatMap(this::signature);
        List<SealedStatement> statements = statements(in.any("statements"));
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        // The parts were canonicalised for their digests: together they must give what was read, byte for byte.
        if (!Arrays.equals(bytes, Batch.bytes(header.orElseThrow(), signature.orElseThrow(), statements))) {
            findings.add(JsonCode.JSON_NOT_CANONICAL, "", "the bytes differ from RFC 8785");
        }
        checkConsistent(header.orElseThrow(), statements);
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new Batch(header.orElseThrow(), signature.orElseThrow(), statements, bytes));
    }

    private Optional<byte[]> signature(String text) {
        try {
            return Optional.of(Base64Text.parse(text));
        } catch (IllegalArgumentException e) {
            findings.add(
                    StatementCode.STATEMENT_ENVELOPE_INVALID, "/signature", "base64 (RFC 4648 section 4) is expected");
            return Optional.empty();
        }
    }

    private List<SealedStatement> statements(Optional<JsonNode> list) {
        List<SealedStatement> statements = new ArrayList<>();
        list.ifPresent(node -> {
            if (!node.isArray() || node.isEmpty() || node.size() > StatementLimits.MAX_BATCH_STATEMENTS) {
                findings.add(StatementCode.BATCH_COUNT_MISMATCH, "/statements", "1 to 2000 statements are expected");
                return;
            }
            for (int i = 0; i < node.size(); i++) {
                statement(node.get(i), "/statements/" + i).ifPresent(statements::add);
            }
        });
        return statements;
    }

    private Optional<SealedStatement> statement(JsonNode node, String pointer) {
        byte[] canonical = CanonicalJson.bytes(node);
        if (canonical.length > StatementLimits.MAX_STATEMENT_BYTES) {
            findings.add(StatementCode.STATEMENT_TOO_LARGE, pointer, canonical.length + " bytes");
            return Optional.empty();
        }
        return switch (SealedStatement.ofNode(node, pointer, canonical)) {
            case Checked.Accepted<SealedStatement>(var statement, var remarks) -> Optional.of(statement);
            case Checked.Rejected<SealedStatement>(var found) -> {
                found.forEach(findings::add);
                yield Optional.empty();
            }
        };
    }

    private void checkConsistent(BatchHeader header, List<SealedStatement> statements) {
        if (header.count() != statements.size()) {
            findings.add(StatementCode.BATCH_COUNT_MISMATCH, "/header/count", "not " + statements.size());
        }
        Digest root =
                MerkleTree.root(statements.stream().map(SealedStatement::digest).toList());
        if (!root.equals(header.merkleRoot())) {
            findings.add(StatementCode.BATCH_ROOT_MISMATCH, "/header/merkleRoot", "the statements give " + root);
        }
        Digest previous = header.previousDigest();
        long sequence = header.firstSequence();
        Set<StatementId> ids = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i).statement();
            String pointer = "/statements/" + i;
            if (!statement.draft().stream().equals(header.stream())) {
                findings.add(StatementCode.STATEMENT_STREAM_MISMATCH, pointer, "another author or audience");
            }
            if (statement.sequence() != sequence++
                    || !statement.previousDigest().equals(previous)) {
                findings.add(StatementCode.BATCH_CHAIN_BROKEN, pointer, "does not follow its predecessor");
            }
            if (!ids.add(statement.draft().id())) {
                findings.add(StatementCode.BATCH_ID_TWICE, pointer + "/statementId", "stands twice");
            }
            previous = statements.get(i).digest();
        }
    }
}
