package org.entente.model.origin.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.node.ObjectNode;

/** A sample certificate with something changed, and what the check says of it. */
final class Changed {
    private Changed() {}

    static List<String> formD(Consumer<ObjectNode> change) {
        return codes("atiga-form-d-clean", RuleSets.shipped(), change);
    }

    static List<String> chafta(Consumer<ObjectNode> change) {
        return codes("chafta-clean", RuleSets.shipped(), change);
    }

    /** As if somebody had read every source of an agreement and found the data right. */
    static List<String> verified(String sample, String file, Consumer<ObjectNode> change) {
        return codes(sample, new RuleSets(List.of(allVerified(file))), change);
    }

    static RuleSet allVerified(String file) {
        try (InputStream in = Objects.requireNonNull(
                Changed.class.getResourceAsStream("/org/entente/model/origin/agreements/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"verified\": false", "\"verified\": true")
                    .replace("\"fromVerified\": false", "\"fromVerified\": true");
            return switch (RuleSet.parse(text.getBytes(StandardCharsets.UTF_8))) {
                case Checked.Accepted<RuleSet>(var ruleSet, var remarks) -> ruleSet;
                case Checked.Rejected<RuleSet>(var findings) -> throw new IllegalStateException(findings.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Finding> findings(String sample, RuleSets ruleSets, Consumer<ObjectNode> change) {
        ObjectNode tree = SampleCertificates.tree(sample);
        change.accept(tree);
        return switch (new CertificateCheck(ruleSets).check(CertificateJson.read(tree, ""))) {
            case Checked.Accepted<Certificate>(var certificate, var remarks) -> remarks;
            case Checked.Rejected<Certificate>(var found) -> found;
        };
    }

    static ObjectNode item(ObjectNode certificate, int index) {
        return (ObjectNode) certificate.get("items").get(index);
    }

    private static List<String> codes(String sample, RuleSets ruleSets, Consumer<ObjectNode> change) {
        return findings(sample, ruleSets, change).stream()
                .map(finding -> finding.code().name() + " " + finding.pointer() + " "
                        + (finding.code().name().startsWith("ORIGIN_LAW") ? finding.detail() : ""))
                .toList();
    }
}
