package org.entente.launcher.demo;

import java.util.List;
import java.util.Optional;
import org.entente.client.finding.ShownFinding;
import org.entente.model.finding.LegalReference;
import org.entente.model.finding.Severity;
import org.entente.model.ledger.Position;
import tools.jackson.databind.JsonNode;

/**
 * What became of something that was said, as the API answered.
 *
 * @param statement its id; empty if the API refused it at once
 * @param repeated whether an earlier run on this folder said it already
 * @param stage how far it came in the end
 * @param at where it stands on the ledger
 * @param findings reasons and remarks
 */
record Spoken(String statement, boolean repeated, Stage stage, Optional<Position> at, List<ShownFinding> findings) {
    /** How far. */
    enum Stage {
        /** It counts. */
        STANDS("it stands"),
        /** The other side's statement came first. */
        OVERTAKEN("it is overtaken"),
        /** The rules at its own side refused it. */
        REFUSED("it is refused");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Keeps an unmodifiable copy. */
    Spoken {
        findings = List.copyOf(findings);
    }

    boolean stands() {
        return stage == Stage.STANDS;
    }

    /** From a settled statement's progress. */
    static Spoken of(JsonNode progress, boolean repeated) {
        Stage stage = switch (progress.path("stage").asString("")) {
            case "FINAL" -> Stage.STANDS;
            case "OVERTAKEN" -> Stage.OVERTAKEN;
            case "REFUSED" -> Stage.REFUSED;
            default -> throw new NotAsExpected("a statement does not settle as it should: " + progress);
        };
        JsonNode block = progress.path("block");
        return new Spoken(
                progress.path("statement").asString(""),
                repeated,
                stage,
                block.isNumber()
                        ? Optional.of(new Position(
                                block.asLong(), progress.path("transaction").asInt(0), 0))
                        : Optional.empty(),
                findings(progress.path("findings")));
    }

    /** From a problem document: refused before anything was stored. */
    static Spoken refused(JsonNode problem) {
        return new Spoken("", false, Stage.REFUSED, Optional.empty(), findings(problem.path("errors")));
    }

    private static List<ShownFinding> findings(JsonNode list) {
        return list.valueStream()
                .map(each -> new ShownFinding(
                        each.path("code").asString(""),
                        Severity.valueOf(each.path("severity").asString("ERROR")),
                        each.path("pointer").asString(""),
                        each.path("detail").asString(""),
                        Optional.of(each.path("law"))
                                .filter(JsonNode::isObject)
                                .map(law -> new LegalReference(
                                        law.path("source").asString(),
                                        law.path("clause").asString(),
                                        law.path("verified").asBoolean()))))
                .toList();
    }
}
