package org.entente.launcher.evidence;

import java.util.List;
import org.entente.model.evidence.Contradiction;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceFacts;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.finding.Finding;
import org.entente.model.statement.Statement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says to a script what the check found. */
final class EvidenceReport {
    private static final JsonMapper MAPPER = new JsonMapper();

    private EvidenceReport() {}

    static String json(EvidenceVerdict verdict) {
        ObjectNode report = MAPPER.createObjectNode();
        switch (verdict) {
            case EvidenceVerdict.Unreadable(var because) -> {
                report.put("verdict", "invalid");
                findings(report, because);
            }
            case EvidenceVerdict.Judged(var evidence, var outcomes) -> {
                report.put(
                        "verdict",
                        switch (VerifyCommand.exitCode(verdict)) {
                            case EvidenceCommand.VALID -> "valid";
                            case EvidenceCommand.INVALID -> "invalid";
                            default -> "could-not-check";
                        });
                ArrayNode statements = report.putArray("statements");
                for (int i = 0; i < outcomes.size(); i++) {
                    ObjectNode node = statements.addObject();
                    outcome(node, outcomes.get(i));
                    entry(node, evidence.entries().get(i));
                }
            }
        }
        return write(report);
    }

    static String refused(List<Finding> because) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("verdict", "could-not-check");
        findings(report, because);
        return write(report);
    }

    static String contradictions(List<Contradiction> found, int leftOut) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("exposed", !found.isEmpty());
        report.put("leftOut", leftOut);
        ArrayNode list = report.putArray("contradictions");
        for (Contradiction each : found) {
            ObjectNode node = list.addObject();
            node.put("kind", each.kind().name());
            node.put("author", each.author().value());
            entry(node.putObject("first"), each.first());
            entry(node.putObject("second"), each.second());
            ArrayNode disagreements = node.putArray("disagreeOn");
            Disagreement.of(each)
                    .forEach(one -> disagreements
                            .addObject()
                            .put("on", one.on())
                            .put("first", one.first())
                            .put("second", one.second()));
        }
        return write(report);
    }

    private static void outcome(ObjectNode node, EvidenceOutcome outcome) {
        switch (outcome) {
            case EvidenceOutcome.Valid(var facts) -> {
                node.put("verdict", "valid");
                facts(node.putObject("facts"), facts);
            }
            case EvidenceOutcome.Invalid(var because) -> {
                node.put("verdict", "invalid");
                findings(node, because);
            }
            case EvidenceOutcome.CouldNotCheck(var because) -> {
                node.put("verdict", "could-not-check");
                findings(node, because);
            }
        }
    }

    private static void facts(ObjectNode node, EvidenceFacts facts) {
        node.put("keyTrusted", facts.keyTrusted());
        node.put("ledgerProven", facts.ledgerProven());
        node.put("aloneInBlock", facts.ledger().aloneInBlock());
        node.put("creator", facts.ledger().creator());
        ArrayNode endorsers = node.putArray("endorsers");
        facts.ledger().endorsers().forEach(endorsers::add);
        facts.positionAttestedBy().ifPresent(member -> node.put("positionAttestedBy", member.value()));
    }

    private static void entry(ObjectNode node, EvidenceEntry entry) {
        Statement statement = entry.statement().statement();
        node.put("author", statement.draft().stream().author().value());
        node.put("audience", statement.draft().stream().audience().value());
        node.put("sequence", statement.sequence());
        node.put("statementId", statement.draft().id().hex());
        node.put("digest", entry.statement().digest().hex());
        node.put("type", statement.draft().type().name());
        node.put("version", statement.draft().type().version());
        node.put("subject", statement.draft().subject());
        node.put("effectiveFrom", statement.draft().effectiveFrom().toString());
        node.put("recordedAt", entry.ledger().timestamp().toString());
        node.put("block", entry.ledger().at().block());
        node.put("transaction", entry.ledger().at().transaction());
        node.put("index", entry.proof().index());
        node.put("transactionId", entry.ledger().transactionId().hex());
    }

    private static void findings(ObjectNode node, List<Finding> because) {
        ArrayNode list = node.putArray("findings");
        for (Finding each : because) {
            list.addObject()
                    .put("code", each.code().name())
                    .put("pointer", each.pointer())
                    .put("detail", each.detail());
        }
    }

    private static String write(ObjectNode report) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }
}
