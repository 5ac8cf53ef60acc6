package org.entente.launcher.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.fold.RuleBook;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.shipped.ShippedRules;

/** The certificate rules of every day, with one more agreement: one to which all four members are parties. */
final class SampleRules {
    static final RuleBook BOOK = new RuleBook(List.of(new CertificateRules(ruleSets())));

    private SampleRules() {}

    private static RuleSets ruleSets() {
        List<RuleSet> all = new ArrayList<>(ShippedRules.RULE_SETS.all());
        all.add(
                switch (RuleSet.parse(resource())) {
                    case Checked.Accepted<RuleSet>(var ruleSet, var remarks) -> ruleSet;
                    case Checked.Rejected<RuleSet>(var findings) ->
                        throw new IllegalStateException("rules.json: " + findings);
                });
        return new RuleSets(all);
    }

    private static byte[] resource() {
        try (InputStream in = SampleRules.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IllegalStateException("rules.json is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
