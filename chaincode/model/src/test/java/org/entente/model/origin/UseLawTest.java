package org.entente.model.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.origin.Talk.AU;
import static org.entente.model.origin.Talk.CN;
import static org.entente.model.origin.Talk.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.entente.model.finding.Checked;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.junit.jupiter.api.Test;

/** What a use may do is the agreement's to say: its validity, late acceptance, several declarations. */
class UseLawTest {
    private static final Certificate CERTIFICATE = SampleCertificates.chafta();

    private static Used use(String declaration, String day) {
        return new Used(
                CERTIFICATE.id(),
                new UseKey(1, declaration, 1),
                Quantity.parse("1"),
                new UnitCode("TNE"),
                LocalDate.parse(day));
    }

    /** ChAFTA's file with changes, as another agreement's file might be. */
    private static Talk talkUnder(String... replacements) {
        String text = shipped();
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        Checked<RuleSet> parsed = RuleSet.parse(text.getBytes(StandardCharsets.UTF_8));
        Talk talk = new Talk(new RuleSets(List.of(((Checked.Accepted<RuleSet>) parsed).value())));
        assertThat(Talk.stands(talk.says(AU, new Issued(CERTIFICATE)))).isTrue();
        return talk;
    }

    private static String shipped() {
        try (InputStream in = Objects.requireNonNull(
                UseLawTest.class.getResourceAsStream("/org/entente/model/origin/agreements/chafta.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_use_under_an_unverified_validity_stands_and_says_so() {
        Talk talk = new Talk();
        talk.says(AU, new Issued(CERTIFICATE));
        assertThat(codes(talk.says(CN, use("D1", "2027-03-05")))).containsExactly("ORIGIN_LAW_UNVERIFIED");
        assertThat(codes(talk.says(CN, use("D2", "2027-03-06"))))
                .containsExactly("ORIGIN_LAW_UNVERIFIED_BROKEN", "ORIGIN_LAW_UNVERIFIED");
        assertThat(talk.view().balance(1).orElseThrow().used()).isEqualByComparingTo("2");
    }

    @Test
    void a_verified_validity_without_late_acceptance_ends_after_its_last_day() {
        Talk talk = talkUnder("\"verified\": false", "\"verified\": true");
        assertThat(codes(talk.says(CN, use("D1", "2027-03-05")))).isEmpty();
        assertThat(codes(talk.says(CN, use("D2", "2027-03-06")))).containsExactly("ORIGIN_PRESENTED_LATE");
        assertThat(talk.view().balance(1).orElseThrow().used()).isEqualByComparingTo("1");
    }

    @Test
    void late_acceptance_is_for_the_importing_side_to_decide() {
        Talk talk = talkUnder(
                "\"verified\": false",
                "\"verified\": true",
                "\"lateAcceptance\": {\"value\": false",
                "\"lateAcceptance\": {\"value\": true");
        assertThat(codes(talk.says(CN, use("D2", "2027-03-06")))).containsExactly("ORIGIN_LATE_ACCEPTANCE");
        assertThat(talk.view().balance(1).orElseThrow().used()).isEqualByComparingTo("1");
    }

    @Test
    void one_declaration_or_several_as_the_agreement_says() {
        Talk several = talkUnder("\"verified\": false", "\"verified\": true");
        several.says(CN, use("D1", "2026-04-01"));
        assertThat(codes(several.says(CN, use("D2", "2026-04-01")))).isEmpty();
        Talk one = talkUnder(
                "\"verified\": false",
                "\"verified\": true",
                "\"severalDeclarations\": {\"value\": true",
                "\"severalDeclarations\": {\"value\": false");
        one.says(CN, use("D1", "2026-04-01"));
        assertThat(codes(one.says(CN, use("D2", "2026-04-01")))).containsExactly("ORIGIN_SECOND_DECLARATION");
        one.says(CN, CertificateRulesTest.reversal("D1", 1));
        assertThat(codes(one.says(CN, use("D2", "2026-04-01")))).isEmpty();
    }

    @Test
    void a_certificate_is_not_presented_before_its_issue() {
        Talk talk = new Talk();
        talk.says(AU, new Issued(CERTIFICATE));
        assertThat(codes(talk.says(CN, use("D1", "2026-03-04")))).contains("ORIGIN_PRESENTED_BEFORE_ISSUE");
        assertThat(Talk.stands(talk.says(CN, use("D1", "2026-03-05")))).isTrue();
    }
}
