package org.entente.model.origin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.entente.model.origin.agreement.RuleSets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class HeaderAndConsistencyRulesTest {
    private static void finds(String expected, Consumer<ObjectNode> change) {
        assertThat(Changed.formD(change)).contains(expected + " ");
    }

    private static void fine(String absent, Consumer<ObjectNode> change) {
        assertThat(Changed.formD(change)).noneMatch(code -> code.startsWith(absent));
    }

    @Test
    void the_clean_samples_have_no_error() {
        assertThat(Changed.formD(tree -> {})).allMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED "));
        assertThat(Changed.chafta(tree -> {})).allMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED "));
    }

    @Test
    void the_wrong_sample_gets_all_its_findings_at_once() {
        assertThat(Changed.findings("atiga-form-d-wrong", RuleSets.shipped(), tree -> {}))
                .filteredOn(finding -> finding.isError())
                .extracting(finding -> finding.code().name())
                .containsExactlyInAnyOrder(
                        "ORIGIN_HS_INVALID",
                        "ORIGIN_QUANTITY_INVALID",
                        "ORIGIN_DATE_INVALID",
                        "ORIGIN_BACK_TO_BACK_MISMATCH",
                        "ORIGIN_THIRD_PARTY_MISMATCH",
                        "ORIGIN_INVOICE_AFTER_ISSUE",
                        "ORIGIN_ITEM_DUPLICATE",
                        "ORIGIN_COUNTRY_NOT_PARTY",
                        "ORIGIN_RETROACTIVE_MISSING",
                        "ORIGIN_CRITERION_UNKNOWN",
                        "ORIGIN_PERCENT_MISSING",
                        "ORIGIN_PERCENT_TOO_HIGH");
    }

    @Test
    void both_countries_are_parties_and_different() {
        finds("ORIGIN_COUNTRY_NOT_PARTY /importCountry", tree -> tree.put("importCountry", "AU"));
        finds("ORIGIN_COUNTRY_NOT_PARTY /exportCountry", tree -> tree.put("exportCountry", "CN"));
        finds("ORIGIN_COUNTRIES_EQUAL /importCountry", tree -> tree.put("importCountry", "ID"));
        finds(
                "ORIGIN_ITEM_COUNTRY_NOT_PARTY /items/0/originCountry",
                tree -> Changed.item(tree, 0).put("originCountry", "BR"));
        assertThat(Changed.chafta(tree -> tree.put("importCountry", "SG")))
                .contains("ORIGIN_COUNTRY_NOT_PARTY /importCountry ");
    }

    @Test
    void agreement_rule_set_and_form_must_be_known_and_belong_together() {
        finds("ORIGIN_AGREEMENT_UNKNOWN /agreement", tree -> tree.put("agreement", "ATLANTIS"));
        finds("ORIGIN_RULE_SET_UNKNOWN /ruleSet", tree -> tree.put("ruleSet", "atiga-9"));
        finds("ORIGIN_RULE_SET_MISMATCH /ruleSet", tree -> tree.put("ruleSet", "chafta-1"));
        finds("ORIGIN_FORM_UNKNOWN /formType", tree -> tree.put("formType", "E"));
        fine("ORIGIN_FORM_UNKNOWN", tree -> tree.put("formType", "e-D"));
    }

    @Test
    void back_to_back_and_originals_go_together_and_originals_are_older() {
        finds(
                "ORIGIN_BACK_TO_BACK_MISMATCH /originals",
                tree -> tree.putArray("flags").add("backToBack"));
        finds("ORIGIN_BACK_TO_BACK_MISMATCH /originals", tree -> original(tree, "2026-04-01"));
        for (String absent : List.of("ORIGIN_BACK_TO_BACK", "ORIGIN_ORIGINAL")) {
            fine(absent, tree -> {
                tree.putArray("flags").add("backToBack");
                original(tree, "2026-04-14");
            });
        }
        finds("ORIGIN_ORIGINAL_AFTER_ISSUE /originals/0/date", tree -> {
            tree.putArray("flags").add("backToBack");
            original(tree, "2026-04-15");
        });
    }

    private static void original(ObjectNode tree, String date) {
        tree.putArray("originals")
                .addObject()
                .put("referenceNo", "SAMPLE-1")
                .put("date", date)
                .put("country", "TH")
                .put("item", 1)
                .put("quantity", "20000")
                .put("unit", "KGM");
    }

    @Test
    void partial_cumulation_third_party_and_exhibition_are_ticked_exactly_where_they_are_stated() {
        finds(
                "ORIGIN_PARTIAL_CUMULATION_MISMATCH /flags",
                tree -> tree.putArray("flags").add("partialCumulation"));
        finds("ORIGIN_PARTIAL_CUMULATION_MISMATCH /flags", tree -> {
            Changed.item(tree, 0).putArray("criteria").add("PC");
            Changed.item(tree, 0).put("rvcPercent", 25);
        });
        finds(
                "ORIGIN_THIRD_PARTY_MISMATCH /thirdPartyInvoicer",
                tree -> tree.putArray("flags").add("thirdCountryInvoicing"));
        finds(
                "ORIGIN_THIRD_PARTY_MISMATCH /thirdPartyInvoicer",
                tree -> tree.putObject("thirdPartyInvoicer")
                        .put("name", "Sample Invoicing AG")
                        .put("country", "CH"));
        fine("ORIGIN_THIRD_PARTY", tree -> {
            tree.putArray("flags").add("thirdCountryInvoicing");
            tree.putObject("thirdPartyInvoicer")
                    .put("name", "Sample Invoicing AG")
                    .put("country", "CH");
        });
        finds(
                "ORIGIN_EXHIBITION_MISMATCH /exhibition",
                tree -> tree.putArray("flags").add("exhibition"));
        finds(
                "ORIGIN_EXHIBITION_MISMATCH /exhibition",
                tree -> tree.putObject("exhibition").put("name", "Sample Fair").put("address", "Hall 1"));
    }

    @Test
    void a_flag_that_the_agreement_does_not_provide_is_in_doubt_or_wrong() {
        assertThat(Changed.verified(
                        "chafta-clean",
                        "chafta.json",
                        tree -> tree.putArray("flags").add("accumulation")))
                .contains("ORIGIN_FLAG_NOT_PROVIDED /flags ");
        assertThat(Changed.chafta(tree -> tree.putArray("flags").add("accumulation")))
                .contains("ORIGIN_LAW_UNVERIFIED_BROKEN /flags ORIGIN_FLAG_NOT_PROVIDED: accumulation");
    }

    @Test
    void item_numbers_are_unique() {
        finds("ORIGIN_ITEM_DUPLICATE /items/2/no", tree -> Changed.item(tree, 2).put("no", 2));
        fine("ORIGIN_ITEM_DUPLICATE", tree -> Changed.item(tree, 2).put("no", 9_999));
    }

    @Test
    void more_items_than_the_form_holds_are_in_doubt_and_more_than_500_are_refused() {
        assertThat(Changed.chafta(tree -> repeatItems(tree, 20))).noneMatch(code -> code.contains("BROKEN /items "));
        assertThat(Changed.chafta(tree -> repeatItems(tree, 21)))
                .anyMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /items ORIGIN_ITEMS_TOO_MANY"));
        assertThat(Changed.verified("chafta-clean", "chafta.json", tree -> repeatItems(tree, 21)))
                .contains("ORIGIN_ITEMS_TOO_MANY /items ");
        assertThat(Changed.chafta(tree -> repeatItems(tree, 500))).noneMatch(code -> code.startsWith("JSON_"));
        assertThat(Changed.chafta(tree -> repeatItems(tree, 501))).contains("JSON_VALUE_TOO_LONG /items ");
    }

    private static void repeatItems(ObjectNode tree, int count) {
        ObjectNode first = Changed.item(tree, 0);
        ArrayNode items = tree.putArray("items");
        for (int i = 1; i <= count; i++) {
            items.add(first.deepCopy().put("no", i));
        }
    }

    @Test
    void a_reference_number_is_compared_with_the_issuers_own_form() {
        Consumer<ObjectNode> vietnam = tree -> tree.put("exportCountry", "VN").put("referenceNo", "VN-SG 26/02/12345");
        assertThat(Changed.verified("atiga-form-d-clean", "atiga.json", vietnam))
                .noneMatch(code -> code.startsWith("ORIGIN_REFERENCE"));
        Consumer<ObjectNode> other = vietnam.andThen(tree -> tree.put("referenceNo", "VN-JP 26/02/12345"));
        assertThat(Changed.verified("atiga-form-d-clean", "atiga.json", other))
                .contains("ORIGIN_REFERENCE_PATTERN /referenceNo ");
        assertThat(Changed.formD(other)).anyMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /referenceNo"));
    }

    @Test
    void a_unit_outside_the_shipped_list_is_not_verified() {
        finds(
                "ORIGIN_UNIT_UNLISTED /items/0/unit",
                tree -> Changed.item(tree, 0).put("unit", "Q3Z"));
        finds(
                "ORIGIN_UNIT_UNLISTED /items/0/packages/kind",
                tree -> ((ObjectNode) Changed.item(tree, 0).get("packages")).put("kind", "Q3"));
    }
}
