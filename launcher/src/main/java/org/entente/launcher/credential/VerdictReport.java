package org.entente.launcher.credential;

import java.time.Instant;
import java.util.List;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Finding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts as JSON, for programs. */
final class VerdictReport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VerdictReport() {}

    static String json(Verdict<?> verdict, Instant now) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("checkedAt", now.toString());
        switch (verdict) {
            case Verdict.Valid<?>(var value, var remarks, var basis) -> {
                report.put("outcome", "valid");
                findings(report.putArray("remarks"), remarks);
            }
            case Verdict.Invalid<?>(var because, var remarks, var basis) -> {
                report.put("outcome", "invalid");
                findings(report.putArray("because"), because);
            }
            case Verdict.CouldNotCheck<?>(var because, var remarks, var basis) -> {
                report.put("outcome", "could not check");
                findings(report.putArray("because"), because);
                findings(report.putArray("remarks"), remarks);
            }
        }
        basis(report.putObject("basis"), verdict.basis());
        return report.toPrettyString();
    }

    private static void findings(ArrayNode list, List<Finding> findings) {
        findings.forEach(each -> list.addObject()
                .put("code", each.code().name())
                .put("severity", each.code().severity().name())
                .put("pointer", each.pointer())
                .put("title", each.code().title())
                .put("detail", each.detail()));
    }

    private static void basis(ObjectNode node, Basis basis) {
        basis.passed().forEach(step -> node.withArray("passed").add(step.name()));
        basis.securing().ifPresent(how -> node.put("securing", how));
        basis.key().ifPresent(key -> node.put("key", key));
        basis.content().ifPresent(digest -> node.put("content", digest.hex()));
        basis.issuer().ifPresent(member -> node.put("issuer", member.value()));
        basis.signedAt().ifPresent(moment -> node.put("signedAt", moment.toString()));
        basis.anchoredAt().ifPresent(position -> node.put("anchoredAt", position.toString()));
        basis.lists()
                .forEach(list -> node.withArray("lists")
                        .addObject()
                        .put("address", list.address())
                        .put("asOf", list.asOf().toString()));
        basis.trust().ifPresent(asOf -> {
            ObjectNode trust = node.putObject("trust").put("asOf", asOf.time().toString());
            asOf.position().ifPresent(position -> trust.put("position", position.toString()));
        });
        basis.newestInformation().ifPresent(moment -> node.put("newestInformation", moment.toString()));
    }
}
