package org.entente.launcher.doctor;

import java.util.List;
import java.util.Locale;
import org.entente.launcher.doctor.Check.Finding;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.doctor.Verdict.Poor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what the checks found, to a person or to a script. */
final class DoctorReport {
    private static final int SHOWN = 5;
    private static final JsonMapper MAPPER = new JsonMapper();

    private DoctorReport() {}

    static boolean isHealthy(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.verdict() instanceof Bad);
    }

    /** One line for a good finding, a second one with the remedy for any other. */
    static String line(Finding finding) {
        String first =
                String.format(Locale.ROOT, "%-5s %-9s %s", word(finding.verdict()), finding.name(), found(finding));
        String remedy = remedy(finding.verdict());
        return remedy.isEmpty() ? first : first + System.lineSeparator() + " ".repeat(16) + "-> " + remedy;
    }

    static String summary(List<Finding> findings) {
        long bad = count(findings, Bad.class);
        return findings.size() + " checks: " + count(findings, Good.class) + " good, " + count(findings, Poor.class)
                + " to improve, " + bad + " failed"
                + (bad == 0 ? ". Entente can run here." : ". Mend what failed, then run ./entente doctor again.");
    }

    static String json(List<Finding> findings) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("healthy", isHealthy(findings));
        ArrayNode checks = report.putArray("checks");
        for (Finding finding : findings) {
            ObjectNode check = checks.addObject();
            check.put("name", finding.name());
            check.put("status", word(finding.verdict()).toLowerCase(Locale.ROOT));
            check.put("found", found(finding));
            if (!remedy(finding.verdict()).isEmpty()) {
                check.put("remedy", remedy(finding.verdict()));
            }
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    private static String found(Finding finding) {
        return finding.verdict().found();
    }

    private static long count(List<Finding> findings, Class<? extends Verdict> kind) {
        return findings.stream()
                .filter(finding -> kind.isInstance(finding.verdict()))
                .count();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Good good -> "ok";
            case Poor poor -> "warn";
            case Bad bad -> "FAIL";
        };
    }

    private static String remedy(Verdict verdict) {
        return switch (verdict) {
            case Good good -> "";
            case Poor poor -> poor.remedy();
            case Bad bad -> bad.remedy();
        };
    }

    /** The first few of a list, and how many more there are. */
    static String some(List<String> things) {
        String first = String.join(", ", things.stream().limit(SHOWN).toList());
        return things.size() <= SHOWN ? first : first + " and " + (things.size() - SHOWN) + " more";
    }
}
