package org.entente.model.origin.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.AgreementCode;
import tools.jackson.databind.JsonNode;

/** All rule sets that a reader knows, by name. Immutable. */
public final class RuleSets {
    private static final String FOLDER = "/org/entente/model/origin/agreements/";
    private static final int MAX_BYTES = 1024 * 1024;

    private final Map<String, RuleSet> byName = new TreeMap<>();

    /**
     * A collection of rule sets.
     *
     * @param ruleSets rule sets without a name in common
     * @throws IllegalArgumentException if two have one name
     */
    public RuleSets(Collection<RuleSet> ruleSets) {
        for (RuleSet each : ruleSets) {
            if (byName.put(each.name(), each) != null) {
                throw new IllegalArgumentException("two rule sets named " + each.name());
            }
        }
    }

    /**
     * The rule sets in this jar: the files that {@code agreements/index.json} lists.
     *
     * @return every shipped version of every agreement
     * @throws IllegalStateException if a file is malformed
     */
    public static RuleSets shipped() {
        List<RuleSet> all = new ArrayList<>();
        JsonNode index = accepted("index.json", StrictJson.parse(resource("index.json"), MAX_BYTES));
        for (JsonNode file : index) {
            all.add(accepted(file.stringValue(), RuleSet.parse(resource(file.stringValue()))));
        }
        return new RuleSets(all);
    }

    /**
     * A rule set by its name.
     *
     * @param name for example {@code chafta-1}
     * @return the rule set, if it is known
     */
    public Optional<RuleSet> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Every version of an agreement's rules.
     *
     * @param agreement an agreement
     * @return its rule sets in order of name
     */
    public List<RuleSet> of(AgreementCode agreement) {
        return byName.values().stream()
                .filter(each -> each.agreement().equals(agreement))
                .toList();
    }

    /**
     * All rule sets.
     *
     * @return in order of name
     */
    public List<RuleSet> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The digest that stands on the ledger as {@code ruleset/NAME}.
     *
     * @param name for example {@code chafta-1}
     * @return SHA-256 of the rule set's canonical JSON, if it is known
     */
    public Optional<Digest> digest(String name) {
        return named(name).map(RuleSet::digest);
    }

    private static byte[] resource(String file) {
        try (InputStream in = RuleSets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no such resource: " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T accepted(String file, Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value, var remarks) -> value;
            case Checked.Rejected<T>(var findings) -> throw new IllegalStateException(file + ": " + findings);
        };
    }
}
