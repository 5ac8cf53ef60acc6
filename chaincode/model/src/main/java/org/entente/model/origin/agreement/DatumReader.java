package org.entente.model.origin.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.model.finding.Findings;
import org.entente.model.finding.LegalReference;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.origin.certificate.CountryCode;

/** Reads legal data: objects that hold source, clause and verified beside what they say. */
final class DatumReader {
    private final Findings findings;

    DatumReader(Findings findings) {
        this.findings = findings;
    }

    <T> Optional<Datum<T>> datum(Optional<ObjectReader> reader, Function<ObjectReader, Optional<T>> value) {
        return reader.flatMap(in -> {
            Optional<T> read = value.apply(in);
            Optional<LegalReference> law = law(in);
            in.end();
            return read.flatMap(said -> law.map(reference -> new Datum<>(said, reference)));
        });
    }

    <T> Optional<Editions<T>> editions(ObjectReader in, String name, Function<ObjectReader, Optional<T>> value) {
        List<Editions.Edition<T>> editions = new ArrayList<>();
        for (ObjectReader entry : in.objects(name, 1, 50)) {
            Optional<LocalDate> from = entry.optionalParsed("from", "a day such as 2022-01-01", LocalDate::parse);
            boolean fromVerified = entry.flag("fromVerified");
            datum(Optional.of(entry), value)
                    .ifPresent(datum ->
                            editions.add(new Editions.Edition<>(from.orElse(LocalDate.MIN), fromVerified, datum)));
        }
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Editions<>(editions));
        } catch (IllegalArgumentException e) {
            findings.add(
                    JsonCode.JSON_VALUE_INVALID, in.at(name), "one edition without from, the others on other days");
            return Optional.empty();
        }
    }

    List<Criterion> criteria(ObjectReader in) {
        List<Criterion> criteria = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ObjectReader entry : in.objects("codes", 1, 100)) {
            Optional<String> code = entry.text("code", 20);
            Optional<Datum<Criterion.Percentage>> percent = percent(entry);
            Optional<LegalReference> law = law(entry);
            entry.end();
            if (code.isPresent() && !seen.add(code.get())) {
                findings.add(JsonCode.JSON_VALUE_INVALID, entry.at("code"), "each criterion once");
            }
            code.ifPresent(text -> law.ifPresent(reference -> criteria.add(new Criterion(text, percent, reference))));
        }
        return criteria;
    }

    List<Combination> combinations(ObjectReader in) {
        List<Combination> combinations = new ArrayList<>();
        for (ObjectReader entry : in.objects("sets", 0, 100)) {
            Set<String> codes = Set.copyOf(entry.parsedList("codes", 2, 5, "a criterion", Function.identity()));
            Optional<Datum<Criterion.Percentage>> percent = percent(entry);
            Optional<LegalReference> law = law(entry);
            entry.end();
            if (codes.size() < 2) {
                findings.add(JsonCode.JSON_VALUE_INVALID, entry.at("codes"), "two distinct criteria or more");
            } else {
                law.ifPresent(reference -> combinations.add(new Combination(codes, percent, reference)));
            }
        }
        return combinations;
    }

    List<ReferencePattern> referencePatterns(ObjectReader in) {
        List<ReferencePattern> patterns = new ArrayList<>();
        for (ObjectReader entry : in.objects("referencePatterns", 0, 100)) {
            Optional<CountryCode> issuer = entry.parsed("issuer", "a country", CountryCode::new);
            Optional<Pattern> pattern = entry.parsed("pattern", "a regular expression", Pattern::compile);
            Optional<LegalReference> law = law(entry);
            entry.end();
            if (issuer.isPresent() && pattern.isPresent() && law.isPresent()) {
                patterns.add(new ReferencePattern(issuer.get(), pattern.get(), law.get()));
            }
        }
        return patterns;
    }

    Optional<IssueRule> issueRule(ObjectReader in) {
        Optional<Integer> grace = integer(in, "graceDays", 0, 365);
        Optional<Integer> limit = integer(in, "limitMonths", 1, 120);
        return grace.flatMap(days -> limit.map(months -> new IssueRule(days, months)));
    }

    Optional<Integer> integer(ObjectReader in, String name, int min, int max) {
        return in.integer(name, min, max).map(Long::intValue);
    }

    Optional<Boolean> flag(ObjectReader in) {
        requireFlag(in, "value");
        return Optional.of(in.flag("value"));
    }

    private Optional<Datum<Criterion.Percentage>> percent(ObjectReader in) {
        return datum(in.optionalObject("percent"), entry -> {
            Optional<Integer> min = integer(entry, "min", 0, 100);
            Optional<Integer> max = integer(entry, "max", min.orElse(0), 100);
            return min.flatMap(least -> max.map(most -> new Criterion.Percentage(least, most)));
        });
    }

    private Optional<LegalReference> law(ObjectReader in) {
        Optional<String> source = in.text("source", 300);
        Optional<String> clause = in.text("clause", 300);
        requireFlag(in, "verified");
        boolean verified = in.flag("verified");
        return source.flatMap(text -> clause.map(place -> new LegalReference(text, place, verified)));
    }

    private void requireFlag(ObjectReader in, String name) {
        if (!in.has(name)) {
            findings.add(JsonCode.JSON_MEMBER_MISSING, in.at(name), "required");
        }
    }
}
