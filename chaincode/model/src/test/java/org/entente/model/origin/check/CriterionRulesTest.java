package org.entente.model.origin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CriterionRulesTest {
    private static void claim(ObjectNode item, int percent, String... codes) {
        ArrayNode criteria = item.putArray("criteria");
        for (String code : codes) {
            criteria.add(code);
        }
        item.remove("rvcPercent");
        if (percent >= 0) {
            item.put("rvcPercent", percent);
        }
    }

    private static List<String> formD(int percent, String... codes) {
        return Changed.formD(certificate -> {
            claim(Changed.item(certificate, 0), percent, codes);
            if (List.of(codes).contains("PC")) {
                certificate.putArray("flags").add("partialCumulation");
            }
        });
    }

    @Test
    void a_criterion_outside_a_verified_list_is_unknown() {
        assertThat(formD(-1, "CTC")).contains("ORIGIN_CRITERION_UNKNOWN /items/0/criteria/0 ");
        assertThat(formD(-1, "CTH")).noneMatch(code -> code.contains("CRITERION"));
    }

    @Test
    void a_criterion_outside_an_unverified_list_is_in_doubt() {
        assertThat(Changed.chafta(tree -> claim(Changed.item(tree, 0), -1, "RVC")))
                .contains("ORIGIN_LAW_UNVERIFIED_BROKEN /items/0/criteria/0 ORIGIN_CRITERION_UNKNOWN: RVC")
                .noneMatch(code -> code.startsWith("ORIGIN_CRITERION"));
    }

    @Test
    void a_listed_criterion_of_an_unverified_law_is_never_silently_fine() {
        assertThat(Changed.chafta(tree -> {}))
                .contains("ORIGIN_LAW_UNVERIFIED /items/0/criteria/0 the rule of ORIGIN_CRITERION_UNKNOWN");
    }

    @Test
    void partial_cumulation_is_20_to_39_per_cent_and_gives_no_preference() {
        assertThat(formD(19, "PC")).contains("ORIGIN_PERCENT_TOO_LOW /items/0/rvcPercent ");
        assertThat(formD(20, "PC"))
                .contains("ORIGIN_PARTIAL_CUMULATION_NO_PREFERENCE /items/0/criteria/0 ")
                .noneMatch(code -> code.startsWith("ORIGIN_PERCENT"));
        assertThat(formD(39, "PC")).noneMatch(code -> code.startsWith("ORIGIN_PERCENT"));
        assertThat(formD(40, "PC")).contains("ORIGIN_PERCENT_TOO_HIGH /items/0/rvcPercent ");
    }

    @Test
    void the_floor_of_rvc_is_40_per_cent_and_35_beside_ctsh_once_somebody_verified_it() {
        assertThat(verified(39, "RVC")).contains("ORIGIN_PERCENT_TOO_LOW /items/1/rvcPercent ");
        assertThat(verified(40, "RVC")).noneMatch(code -> code.contains("PERCENT"));
        assertThat(verified(34, "CTSH", "RVC")).contains("ORIGIN_PERCENT_TOO_LOW /items/1/rvcPercent ");
        assertThat(verified(35, "CTSH", "RVC")).noneMatch(code -> code.contains("PERCENT"));
        assertThat(Changed.formD(tree -> claim(Changed.item(tree, 1), 39, "RVC")))
                .contains("ORIGIN_LAW_UNVERIFIED_BROKEN /items/1/rvcPercent ORIGIN_PERCENT_TOO_LOW: 39% is below 40%");
    }

    private static List<String> verified(int percent, String... codes) {
        return Changed.verified(
                "atiga-form-d-clean", "atiga.json", tree -> claim(Changed.item(tree, 1), percent, codes));
    }

    @Test
    void a_measured_criterion_needs_a_percentage_and_another_has_none() {
        assertThat(formD(-1, "RVC")).contains("ORIGIN_PERCENT_MISSING /items/0/rvcPercent ");
        assertThat(formD(45, "CTH")).contains("ORIGIN_PERCENT_UNEXPECTED /items/0/rvcPercent ");
        assertThat(Changed.chafta(tree -> claim(Changed.item(tree, 0), 45, "PSR")))
                .anyMatch(code -> code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /items/0/rvcPercent"));
    }

    @Test
    void criteria_that_are_not_listed_together_are_in_doubt_until_the_list_is_verified() {
        assertThat(formD(-1, "WO", "CTH"))
                .anyMatch(code ->
                        code.startsWith("ORIGIN_LAW_UNVERIFIED_BROKEN /items/0/criteria ORIGIN_CRITERION_COMBINATION"));
        assertThat(verified(-1, "WO", "CTH")).contains("ORIGIN_CRITERION_COMBINATION /items/1/criteria ");
        assertThat(verified(40, "CTH", "RVC")).noneMatch(code -> code.contains("COMBINATION"));
    }

    @Test
    void fob_is_asked_for_with_rvc_and_certain_countries_only() {
        assertThat(Changed.formD(tree -> Changed.item(tree, 1).remove("fob")))
                .contains("ORIGIN_FOB_MISSING /items/1/fob ");
        assertThat(Changed.formD(tree -> {
                    Changed.item(tree, 1).remove("fob");
                    tree.put("exportCountry", "MY");
                }))
                .noneMatch(code -> code.contains("FOB_MISSING"));
        assertThat(Changed.formD(tree -> Changed.item(tree, 0)
                        .putObject("fob")
                        .put("amount", "10")
                        .put("currency", "USD")))
                .contains("ORIGIN_FOB_NOT_ASKED_FOR /items/0/fob ");
        assertThat(Changed.chafta(tree -> Changed.item(tree, 0)
                        .putObject("fob")
                        .put("amount", "10")
                        .put("currency", "USD")))
                .contains("ORIGIN_FOB_NOT_ASKED_FOR /items/0/fob ");
    }
}
