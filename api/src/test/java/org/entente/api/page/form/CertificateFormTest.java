package org.entente.api.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.api.stage.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CertificateFormTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void says_what_the_certificate_said_from_which_it_was_filled_in() {
        JsonNode certificate = JSON.readTree(Samples.certificate());
        assertThat(CertificateForm.of(certificate).json()).isEqualTo(certificate);
    }

    @Test
    void leaves_empty_fields_out_and_strips_spaces() {
        assertThat(sent("/exporter/name", " Sample ", "/exporter/address", " ", "/office", ""))
                .isEqualTo(JSON.readTree("{\"exporter\":{\"name\":\"Sample\"},\"transport\":{}}"));
    }

    @Test
    void writes_numbers_as_numbers_and_leaves_what_is_none_to_the_rules() {
        assertThat(sent("/items/0/no", "3", "/items/0/hsEdition", "20x2"))
                .isEqualTo(JSON.readTree("{\"items\":[{\"hsEdition\":\"20x2\",\"no\":3}],\"transport\":{}}"));
    }

    @Test
    void reads_criteria_as_paper_has_them() {
        assertThat(sent("/items/0/criteria", "CTSH + 35%"))
                .isEqualTo(JSON.readTree(
                        "{\"items\":[{\"criteria\":[\"CTSH\",\"RVC\"],\"rvcPercent\":35}],\"transport\":{}}"));
    }

    @Test
    void keeps_several_criteria_when_it_is_filled_in_again() {
        CertificateForm form =
                CertificateForm.of(JSON.readTree("{\"items\":[{\"criteria\":[\"CTSH\",\"RVC\"],\"rvcPercent\":35}]}"));
        CertificateForm again = CertificateForm.sent(Map.of(
                "/items/0/criteria",
                new String[] {form.text("/items/0/criteria")},
                "/items/0/rvcPercent",
                new String[] {"35"}));
        assertThat(again.json()).isEqualTo(form.json());
    }

    @Test
    void passes_over_fields_that_are_none_of_the_forms() {
        assertThat(sent("/items/0/usedQty", "7", "do", "apply", "/items/-1/hs", "1", "/issuer", "x"))
                .isEqualTo(JSON.readTree("{\"transport\":{}}"));
    }

    @Test
    void has_no_fields_beyond_the_longest_lists() {
        for (String name : List.of(
                "/items/10000/no",
                "/items/50000000/no",
                "/items/99999999999/criteria",
                "/items/0/invoices/100/number",
                "/items/0/invoices/50000000/number",
                "/originals/100/item",
                "/originals/50000000/item",
                "/originals/99999999999/item")) {
            assertThat(sent(name, "1")).as(name).isEqualTo(JSON.readTree("{\"transport\":{}}"));
        }
    }

    @Test
    void says_of_what_is_uploaded_which_items_and_rows_it_cannot_show() {
        ObjectNode certificate = JSON.createObjectNode();
        for (int item = 0; item < 502; item++) {
            certificate.withArray("items").addObject().put("hs", "100390");
        }
        for (int row = 0; row < 52; row++) {
            certificate.withArray("originals").addObject().put("country", "AU");
            certificate.withArray("/items/0/invoices").addObject().put("number", "A" + row);
        }
        assertThat(CertificateForm.withoutPlace(certificate))
                .containsExactlyInAnyOrder(
                        "/items/500/hs",
                        "/items/501/hs",
                        "/originals/50/country",
                        "/originals/51/country",
                        "/items/0/invoices/50/number",
                        "/items/0/invoices/51/number");
        CertificateForm form = CertificateForm.of(certificate);
        assertThat(form.items()).hasSize(500);
        assertThat(form.rows("/originals")).hasSize(50);
        assertThat(form.json().at("/originals")).hasSize(50);
    }

    @Test
    void numbers_the_items_anew_when_one_is_taken_out() {
        CertificateForm form = CertificateForm.sent(
                parameters("/items/0/hs", "100390", "/items/1/hs", "220421", "/items/2/hs", "220429"));
        CertificateForm left = form.withoutItem(1);
        assertThat(left.items()).containsExactly(0, 1);
        assertThat(left.text("/items/1/hs")).isEqualTo("220429");
    }

    @Test
    void has_one_item_at_least_and_500_at_most() {
        assertThat(CertificateForm.sent(Map.of()).items()).containsExactly(0);
        Map<String, String[]> many = new HashMap<>();
        for (int item = 0; item < 600; item++) {
            many.put("/items/" + item + "/hs", new String[] {"100390"});
        }
        CertificateForm form = CertificateForm.sent(many);
        assertThat(form.items()).hasSize(500);
        assertThat(form.withItem().items()).hasSize(500);
    }

    @Test
    void shows_one_empty_row_more_than_a_list_has() {
        CertificateForm form =
                CertificateForm.sent(parameters("/items/0/invoices/0/number", "A", "/items/0/invoices/1/number", ""));
        assertThat(form.rows("/items/0/invoices")).containsExactly(0, 1);
        assertThat(form.rows("/originals")).containsExactly(0);
    }

    @Test
    void takes_any_names_and_texts_without_failing() {
        Random random = new Random(20261123);
        List<String> parts =
                List.of("/items", "/0", "/999999", "/invoices", "/no", "/hs", "//", "/flags", "", "/criteria", "/~1");
        for (int round = 0; round < 2_000; round++) {
            Map<String, String[]> parameters = new HashMap<>();
            for (int field = 0; field < 8; field++) {
                StringBuilder name = new StringBuilder();
                random.ints(1 + random.nextInt(5), 0, parts.size()).forEach(part -> name.append(parts.get(part)));
                parameters.put(name.toString(), new String[] {"+%" + random.nextInt(), "\u0000"});
            }
            CertificateForm form = CertificateForm.sent(parameters);
            form.rows("/originals");
            assertThat(CertificateForm.of(form.json()).items()).isNotEmpty();
        }
    }

    private static JsonNode sent(String... fields) {
        return CertificateForm.sent(parameters(fields)).json();
    }

    private static Map<String, String[]> parameters(String... fields) {
        Map<String, String[]> parameters = new HashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            parameters.put(fields[at], new String[] {fields[at + 1]});
        }
        return parameters;
    }
}
