package org.entente.model.origin.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Flag;
import tools.jackson.databind.JsonNode;

/** Reads an agreement file, format 1. */
final class RuleSetReader {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int FORMAT = 1;

    private final ObjectReader in;
    private final DatumReader data;
    private final Findings findings;

    private RuleSetReader(ObjectReader in, Findings findings) {
        this.in = in;
        this.findings = findings;
        this.data = new DatumReader(findings);
    }

    static Checked<RuleSet> read(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Optional<RuleSet> ruleSet = ObjectReader.of(node, "", findings)
                        .flatMap(in -> new RuleSetReader(in, findings).ruleSet(Digest.of(CanonicalJson.bytes(node))));
                yield findings.hasErrors() || ruleSet.isEmpty()
                        ? new Checked.Rejected<>(findings.all())
                        : new Checked.Accepted<>(ruleSet.get(), List.of());
            }
        };
    }

    private Optional<RuleSet> ruleSet(Digest digest) {
        in.integer("format", FORMAT, FORMAT);
        Optional<String> name =
                in.parsed("name", "a name such as atiga-1", text -> new RuleSetDigest(text, digest).name());
        Optional<AgreementCode> agreement = in.parsed("agreement", "a code such as ATIGA", AgreementCode::new);
        Optional<String> title = in.text("title", 200);
        in.optionalText("remark", 2_000);
        var parties = data.datum(in.object("parties"), entry -> texts(entry, "value", "a country", CountryCode::new));
        var forms = data.datum(in.object("forms"), entry -> texts(entry, "value", "a form", Function.identity()));
        var maxItems = data.datum(in.object("maxItems"), entry -> data.integer(entry, "value", 1, 500));
        var flags = data.datum(in.object("flags"), entry -> texts(entry, "value", "a flag", RuleSetReader::flag));
        Optional<ObjectReader> criteria = in.object("criteria");
        var criteriaList = data.datum(criteria, entry -> Optional.of(data.criteria(entry)));
        var combinationsList = data.datum(in.object("combinations"), entry -> Optional.of(data.combinations(entry)));
        var issue = data.editions(in, "issue", data::issueRule);
        var validity = data.editions(in, "validityMonths", entry -> data.integer(entry, "value", 1, 120));
        var late = data.datum(in.object("lateAcceptance"), data::flag);
        var several = data.datum(in.object("severalDeclarations"), data::flag);
        List<ReferencePattern> patterns = data.referencePatterns(in);
        var fob = in.has("fob") ? data.datum(in.object("fob"), this::fobRule) : Optional.<Datum<FobRule>>empty();
        Map<String, Datum<String>> parameters = parameters();
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new RuleSet(
                name.orElseThrow(),
                digest,
                agreement.orElseThrow(),
                title.orElseThrow(),
                parties.orElseThrow(),
                forms.orElseThrow(),
                maxItems.orElseThrow(),
                flags.orElseThrow(),
                criteriaList.orElseThrow().value().stream()
                        .collect(Collectors.toMap(Criterion::code, Function.identity(), (first, second) -> first)),
                criteriaList.orElseThrow().law(),
                combinationsList.orElseThrow().value(),
                combinationsList.orElseThrow().law(),
                issue.orElseThrow(),
                validity.orElseThrow(),
                late.orElseThrow(),
                several.orElseThrow(),
                patterns,
                fob,
                parameters));
    }

    private Optional<FobRule> fobRule(ObjectReader entry) {
        Optional<Set<String>> criteria = texts(entry, "criteria", "a criterion", Function.identity());
        Optional<Set<CountryCode>> countries = texts(entry, "countries", "a country", CountryCode::new);
        return criteria.flatMap(codes -> countries.map(among -> new FobRule(codes, among)));
    }

    private Map<String, Datum<String>> parameters() {
        Map<String, Datum<String>> parameters = new LinkedHashMap<>();
        for (ObjectReader entry : in.objects("parameters", 0, 100)) {
            Optional<String> name = entry.text("name", 60);
            data.datum(Optional.of(entry), each -> each.text("value", 400)).ifPresent(datum -> {
                if (name.isPresent() && parameters.put(name.get(), datum) != null) {
                    findings.add(JsonCode.JSON_VALUE_INVALID, entry.at("name"), "each parameter once");
                }
            });
        }
        return parameters;
    }

    private static <T> Optional<Set<T>> texts(
            ObjectReader entry, String name, String format, Function<String, T> parser) {
        return Optional.of(Set.copyOf(entry.parsedList(name, 0, 300, format, parser)));
    }

    private static Flag flag(String text) {
        return Flag.ofWire(text).orElseThrow(() -> new IllegalArgumentException("no flag"));
    }
}
