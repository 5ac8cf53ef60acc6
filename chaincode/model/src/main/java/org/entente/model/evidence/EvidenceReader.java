package org.entente.model.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.UtcTime;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementLimits;
import tools.jackson.databind.JsonNode;

/** Reads {@code schema/evidence-1.json}: canonical bytes, no member that is not known, every finding at once. */
final class EvidenceReader {
    private final Findings findings = new Findings();
    private final ProofReader proofs = new ProofReader(findings);

    private EvidenceReader() {}

    static Checked<Evidence> read(byte[] bytes) {
        return switch (CanonicalJson.parseCanonical(bytes, Evidence.MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> new EvidenceReader().readNode(node);
        };
    }

    private Checked<Evidence> readNode(JsonNode node) {
        Optional<Evidence> evidence = ObjectReader.of(node, "", findings).flatMap(this::readMembers);
        return findings.hasErrors() || evidence.isEmpty()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(evidence.get(), List.of());
    }

    private Optional<Evidence> readMembers(ObjectReader in) {
        in.integer("evidence", EvidenceJson.VERSION, EvidenceJson.VERSION);
        List<MemberId> members = in.parsedList("members", 2, 2, "a member code", MemberId::new);
        Optional<ObjectReader> presented = in.object("presenter");
        Optional<Presenter> presenter = presented.flatMap(this::presenter);
        Optional<byte[]> signature =
                presented.flatMap(inner -> proofs.base64(inner, "signature", EvidenceEntry.MAX_SIGNATURE_BYTES));
        List<SealedStatement> statements = statements(in);
        List<ObjectReader> proofsIn = in.objects("proofs", 1, Evidence.MAX_STATEMENTS);
        List<ProofReader.Proof> read =
                proofsIn.stream().flatMap(each -> proofs.read(each).stream()).toList();
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        if (statements.size() != read.size()) {
            findings.add(EvidenceCode.EVIDENCE_FORM_INVALID, "/proofs", "one for each statement is expected");
            return Optional.empty();
        }
        List<EvidenceEntry> entries = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            entries.add(read.get(i).of(statements.get(i)));
        }
        // The record's own refusals: order, members, presenter.
        return orRefuse(() -> new Evidence(
                new Pair(members.getFirst(), members.getLast()),
                entries,
                presenter.orElseThrow(),
                signature.orElseThrow()));
    }

    private Optional<Presenter> presenter(ObjectReader in) {
        Optional<Instant> at = in.parsed("at", "a UTC time (RFC 3339)", UtcTime::parse);
        Optional<String> keyId = in.text("keyId", 64);
        Optional<MemberId> member = in.parsed("member", "a member code", MemberId::new);
        Optional<byte[]> spki = proofs.base64(in, "publicKey", ProofReader.MAX_KEY_BYTES);
        in.has("signature");
        in.end();
        if (at.isEmpty() || keyId.isEmpty() || member.isEmpty() || spki.isEmpty()) {
            return Optional.empty();
        }
        return proofs.orInvalid(in, () -> new Presenter(member.get(), at.get(), keyId.get(), spki.get()));
    }

    private List<SealedStatement> statements(ObjectReader in) {
        List<SealedStatement> statements = new ArrayList<>();
        Optional<JsonNode> list = in.any("statements");
        if (list.isEmpty()) {
            return statements;
        }
        if (!list.get().isArray() || list.get().size() > Evidence.MAX_STATEMENTS) {
            findings.add(
                    EvidenceCode.EVIDENCE_FORM_INVALID,
                    in.at("statements"),
                    "a list of at most " + Evidence.MAX_STATEMENTS + " is expected");
            return statements;
        }
        for (int i = 0; i < list.get().size(); i++) {
            statement(list.get().get(i), in.at("statements") + "/" + i).ifPresent(statements::add);
        }
        return statements;
    }

    private Optional<SealedStatement> statement(JsonNode node, String pointer) {
        byte[] canonical = CanonicalJson.bytes(node, StatementLimits.MAX_STATEMENT_DEPTH);
        return switch (SealedStatement.parse(canonical)) {
            case Checked.Accepted<SealedStatement>(var statement, var remarks) -> Optional.of(statement);
            case Checked.Rejected<SealedStatement>(var found) -> {
                found.forEach(each ->
                        findings.add(new Finding(each.code(), pointer + each.pointer(), each.detail(), each.law())));
                yield Optional.empty();
            }
        };
    }

    private Optional<Evidence> orRefuse(Supplier<Evidence> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            findings.add(EvidenceCode.EVIDENCE_FORM_INVALID, "", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
