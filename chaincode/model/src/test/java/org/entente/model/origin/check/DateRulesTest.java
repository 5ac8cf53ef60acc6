package org.entente.model.origin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.model.finding.Finding;
import org.entente.model.origin.agreement.RuleSets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DateRulesTest {
    private static void dates(ObjectNode certificate, String issued, String departure) {
        certificate.put("issuedAt", issued);
        ((ObjectNode) certificate.get("transport")).put("departureDate", departure);
        certificate
                .get("items")
                .forEach(item -> ((ObjectNode) item.get("invoices").get(0)).put("date", "2020-01-01"));
    }

    private static List<String> formD(String issued, String departure, boolean ticked) {
        return Changed.formD(certificate -> {
            dates(certificate, issued, departure);
            if (ticked) {
                certificate.putArray("flags").add("retroactive");
            }
        });
    }

    private static final String MISSING = "ORIGIN_RETROACTIVE_MISSING /flags ";
    private static final String UNFOUNDED = "ORIGIN_RETROACTIVE_UNFOUNDED /flags ";

    @Test
    void an_invoice_of_the_day_of_issue_is_in_time_and_one_of_the_next_day_is_not() {
        assertThat(invoice("2026-04-14")).noneMatch(code -> code.startsWith("ORIGIN_INVOICE"));
        assertThat(invoice("2026-04-15")).contains("ORIGIN_INVOICE_AFTER_ISSUE /items/1/invoices/0/date ");
    }

    private static List<String> invoice(String date) {
        return Changed.formD(certificate ->
                ((ObjectNode) Changed.item(certificate, 1).get("invoices").get(0)).put("date", date));
    }

    @Test
    void before_2022_three_days_after_departure_need_no_tick_and_the_fourth_does() {
        assertThat(formD("2021-06-13", "2021-06-10", false)).doesNotContain(MISSING);
        assertThat(formD("2021-06-14", "2021-06-10", false)).contains(MISSING);
        assertThat(formD("2021-06-13", "2021-06-10", true)).contains(UNFOUNDED);
        assertThat(formD("2021-06-14", "2021-06-10", true)).doesNotContain(UNFOUNDED);
    }

    @Test
    void the_day_on_which_the_grace_ended_is_not_verified_so_three_days_are_in_doubt_and_four_are_not() {
        assertThat(formD("2026-06-10", "2026-06-10", false)).noneMatch(code -> code.contains("RETROACTIVE"));
        assertThat(formD("2026-06-13", "2026-06-10", false))
                .doesNotContain(MISSING)
                .anyMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /flags ORIGIN_RETROACTIVE_MISSING"));
        assertThat(formD("2026-06-14", "2026-06-10", false)).contains(MISSING);
        assertThat(formD("2026-06-10", "2026-06-10", true)).contains(UNFOUNDED);
        assertThat(formD("2026-06-13", "2026-06-10", true))
                .anyMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /flags ORIGIN_RETROACTIVE_UNFOUNDED"));
    }

    @Test
    void with_the_change_verified_the_first_day_after_departure_needs_the_tick() {
        assertThat(Changed.verified(
                        "atiga-form-d-clean", "atiga.json", tree -> dates(tree, "2026-06-11", "2026-06-10")))
                .contains(MISSING);
        assertThat(Changed.verified(
                        "atiga-form-d-clean", "atiga.json", tree -> dates(tree, "2026-06-10", "2026-06-10")))
                .doesNotContain(MISSING);
    }

    @Test
    void a_year_after_departure_is_in_time_and_a_day_more_is_too_late() {
        assertThat(formD("2026-06-10", "2025-06-10", true)).noneMatch(code -> code.contains("TOO_LATE"));
        assertThat(formD("2026-06-11", "2025-06-10", true)).contains("ORIGIN_ISSUED_TOO_LATE /issuedAt ");
        assertThat(formD("2025-02-28", "2024-02-29", true)).noneMatch(code -> code.contains("TOO_LATE"));
        assertThat(formD("2025-03-01", "2024-02-29", true)).contains("ORIGIN_ISSUED_TOO_LATE /issuedAt ");
    }

    @Test
    void without_a_departure_date_nothing_about_it_is_said() {
        assertThat(Changed.formD(certificate -> ((ObjectNode) certificate.get("transport")).remove("departureDate")))
                .noneMatch(code -> code.contains("RETROACTIVE") || code.contains("TOO_LATE"));
    }

    @Test
    void under_an_unverified_law_a_late_issue_is_in_doubt_and_never_wrong() {
        List<Finding> findings =
                Changed.findings("chafta-clean", RuleSets.shipped(), tree -> dates(tree, "2026-06-11", "2026-06-10"));
        assertThat(findings).noneMatch(Finding::isError);
        assertThat(findings)
                .filteredOn(finding -> finding.detail().startsWith("ORIGIN_RETROACTIVE_MISSING"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.law().orElseThrow().verified()).isFalse());
        assertThat(Changed.verified("chafta-clean", "chafta.json", tree -> dates(tree, "2026-06-11", "2026-06-10")))
                .contains(MISSING);
    }

    @Test
    void a_day_that_is_not_in_the_calendar_is_named_and_the_rest_is_checked_still() {
        List<String> codes = Changed.formD(certificate -> {
            certificate.put("issuedAt", "2026-02-29");
            Changed.item(certificate, 0).putArray("criteria").add("NONSENSE");
        });
        assertThat(codes)
                .contains("ORIGIN_DATE_INVALID /issuedAt ", "ORIGIN_CRITERION_UNKNOWN /items/0/criteria/0 ")
                .noneMatch(code -> code.contains("INVOICE_AFTER") || code.contains("RETROACTIVE"));
        assertThat(Changed.formD(tree -> dates(tree, "2024-02-29", "2024-03-01")))
                .noneMatch(code -> code.contains("DATE_INVALID"));
    }
}
