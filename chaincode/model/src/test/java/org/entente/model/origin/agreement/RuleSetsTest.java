package org.entente.model.origin.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.finding.LegalReference;
import org.entente.model.fold.RuleBook;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.origin.agreement.Editions.Edition;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class RuleSetsTest {
    private static final LegalReference LAW = new LegalReference("Sample Agreement", "Article 1", true);

    /**
     * A published version never changes, since certificates name it. If this fails after you changed an agreement's file:
     * once the version is published, give the change a new name and a new file (docs/guides/add-an-agreement.md); before
     * that, write the new digest here.
     */
    @ParameterizedTest
    @CsvSource({
        "atiga-1, d68e5620e31af7e3ed1478c1bdeaf24cb0ce5ec4b40cec2fd4e41289519665a2",
        "chafta-1, 344dc03746af309a37ae504db7aed3f5803f422e49614aaf1e768b976214f91f"
    })
    void a_published_rule_set_keeps_its_bytes(String name, String digest) {
        RuleSets shipped = RuleSets.shipped();
        assertThat(shipped.digest(name)).contains(new Digest(digest));
        assertThat(shipped.named(name).orElseThrow().publicRecord().name()).isEqualTo(name);
    }

    @Test
    void the_digest_is_that_of_the_canonical_json_and_not_of_the_layout() {
        String text = new String(resource("chafta.json"), StandardCharsets.UTF_8);
        RuleSet spread = accepted(text.replace("\": ", "\":\n   "));
        assertThat(spread.digest())
                .isEqualTo(Digest.of(CanonicalJson.bytes(SampleCertificates.parse(text))))
                .isEqualTo(RuleSets.shipped().digest("chafta-1").orElseThrow());
    }

    @Test
    void every_agreement_file_is_listed_once_and_is_found_by_name_and_agreement() {
        RuleSets shipped = RuleSets.shipped();
        assertThat(shipped.all()).extracting(RuleSet::name).containsExactly("atiga-1", "chafta-1");
        assertThat(shipped.of(new AgreementCode("CHAFTA"))).hasSize(1);
        assertThat(shipped.of(new AgreementCode("RCEP"))).isEmpty();
        assertThat(shipped.named("rcep-1")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleSets(
                        List.of(shipped.all().getFirst(), shipped.all().getFirst())));
    }

    @Test
    void an_agreement_is_added_by_a_file_alone() {
        String file = new String(resource("chafta.json"), StandardCharsets.UTF_8)
                .replace("chafta-1", "sample-1")
                .replace("\"agreement\": \"CHAFTA\"", "\"agreement\": \"SAMPLEFTA\"")
                .replace("[\"AU\", \"CN\"]", "[\"AU\", \"SG\"]");
        RuleSets ruleSets = new RuleSets(List.of(accepted(file)));
        ObjectNode certificate = SampleCertificates.tree("chafta-clean")
                .put("agreement", "SAMPLEFTA")
                .put("ruleSet", "sample-1")
                .put("importCountry", "SG");
        assertThat(new CertificateCheck(ruleSets).check(CertificateJson.read(certificate, "")))
                .isInstanceOf(Checked.Accepted.class);
    }

    @Test
    void a_rule_book_is_another_one_once_a_rule_set_is_new_or_changed() {
        String text = new String(resource("chafta.json"), StandardCharsets.UTF_8);
        RuleSet atiga = RuleSets.shipped().named("atiga-1").orElseThrow();
        Digest before = fingerprint(accepted(text));

        assertThat(fingerprint(accepted(text.replace("\": ", "\":\n ")))).isEqualTo(before);
        assertThat(fingerprint(accepted(text), atiga)).isNotEqualTo(before);
        assertThat(fingerprint(atiga, accepted(text))).isEqualTo(fingerprint(accepted(text), atiga));
        assertThat(fingerprint(accepted(text.replaceFirst("\"verified\": false", "\"verified\": true"))))
                .isNotEqualTo(before);
    }

    private static Digest fingerprint(RuleSet... ruleSets) {
        return new RuleBook(List.of(new CertificateRules(new RuleSets(List.of(ruleSets))))).fingerprint();
    }

    @Test
    void a_datum_without_source_clause_or_verified_is_refused() {
        String text = new String(resource("atiga.json"), StandardCharsets.UTF_8);
        for (String member : List.of("source", "clause", "verified")) {
            Checked<RuleSet> checked = RuleSet.parse(
                    text.replaceFirst("\"" + member + "\"", "\"other\"").getBytes(StandardCharsets.UTF_8));
            assertThat(checked)
                    .isInstanceOfSatisfying(
                            Checked.Rejected.class,
                            rejected -> assertThat(rejected.findings().toString())
                                    .contains("JSON_MEMBER_MISSING at /parties/" + member));
        }
    }

    @Test
    void seeded_mutations_of_an_agreement_file_never_throw() {
        byte[] file = resource("atiga.json");
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            assertThat(RuleSet.parse(Mutation.of(random, file))).isNotNull();
        }
    }

    @Test
    void one_edition_is_in_force_where_changes_are_verified_and_two_may_be_where_not() {
        Editions<Integer> verified = editions(true);
        assertThat(values(verified, "2021-12-31")).containsExactly(3);
        assertThat(values(verified, "2022-01-01")).containsExactly(0);
        Editions<Integer> doubtful = editions(false);
        assertThat(values(doubtful, "2021-12-31")).containsExactly(3);
        assertThat(values(doubtful, "2022-01-01")).containsExactly(0, 3);
    }

    @Test
    void editions_start_with_one_that_has_no_first_day() {
        Edition<Integer> later = new Edition<>(LocalDate.parse("2022-01-01"), true, new Datum<>(0, LAW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Editions<>(List.of(later)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Editions<Integer>(List.of()));
    }

    private static Editions<Integer> editions(boolean verified) {
        return new Editions<>(List.of(
                new Edition<>(LocalDate.parse("2022-01-01"), verified, new Datum<>(0, LAW)),
                new Edition<>(LocalDate.MIN, false, new Datum<>(3, LAW))));
    }

    private static List<Integer> values(Editions<Integer> editions, String day) {
        return editions.possibleOn(LocalDate.parse(day)).stream()
                .map(Datum::value)
                .toList();
    }

    private static RuleSet accepted(String text) {
        return switch (RuleSet.parse(text.getBytes(StandardCharsets.UTF_8))) {
            case Checked.Accepted<RuleSet>(var ruleSet, var remarks) -> ruleSet;
            case Checked.Rejected<RuleSet>(var findings) -> throw new AssertionError(findings.toString());
        };
    }

    private static byte[] resource(String file) {
        try (InputStream in = Objects.requireNonNull(
                RuleSetsTest.class.getResourceAsStream("/org/entente/model/origin/agreements/" + file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
