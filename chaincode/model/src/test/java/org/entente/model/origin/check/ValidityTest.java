package org.entente.model.origin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final RuleSet ATIGA = RuleSets.shipped().named("atiga-1").orElseThrow();

    private static Certificate issued(String day) {
        return CertificateJson.read(
                        SampleCertificates.tree("atiga-form-d-clean").put("issuedAt", day), "")
                .certificate()
                .orElseThrow();
    }

    @Test
    void twelve_calendar_months_after_issue_is_the_last_day() {
        Certificate certificate = issued("2026-04-14");
        assertThat(Validity.on(certificate, ATIGA, LocalDate.parse("2027-04-14")))
                .isInstanceOf(Validity.Current.class);
        assertThat(Validity.on(certificate, ATIGA, LocalDate.parse("2027-04-15")))
                .isInstanceOf(Validity.Expired.class);
    }

    @Test
    void what_is_issued_on_29_february_is_valid_until_28_february() {
        assertThat(Validity.on(issued("2024-02-29"), ATIGA, LocalDate.parse("2025-02-28")))
                .isInstanceOf(Validity.Current.class)
                .extracting(Validity::until)
                .hasToString("2025-02-28");
        assertThat(Validity.on(issued("2024-02-29"), ATIGA, LocalDate.parse("2025-03-01")))
                .isInstanceOf(Validity.Expired.class);
        assertThat(Validity.on(issued("2023-02-28"), ATIGA, LocalDate.parse("2024-02-29")))
                .isInstanceOf(Validity.Expired.class);
    }

    @Test
    void an_unverified_validity_is_neither_current_nor_expired() {
        RuleSet chafta = RuleSets.shipped().named("chafta-1").orElseThrow();
        Certificate certificate = SampleCertificates.chafta();
        assertThat(Validity.on(certificate, chafta, LocalDate.parse("2027-03-05")))
                .isInstanceOfSatisfying(
                        Validity.NotVerified.class,
                        validity -> assertThat(validity.passed()).isFalse());
        assertThat(Validity.on(certificate, chafta, LocalDate.parse("2027-03-06")))
                .isInstanceOfSatisfying(
                        Validity.NotVerified.class,
                        validity -> assertThat(validity.passed()).isTrue());
        assertThat(Validity.on(certificate, Changed.allVerified("chafta.json"), LocalDate.parse("2027-03-06")))
                .isInstanceOf(Validity.Expired.class);
    }
}
