package org.entente.model.origin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CertificateJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"chafta-clean", "atiga-form-d-clean"})
    void what_is_written_is_what_was_read(String sample) {
        ObjectNode tree = SampleCertificates.tree(sample);
        Certificate certificate = CertificateJson.read(tree, "").certificate().orElseThrow();
        assertThat(CanonicalJson.bytes(CertificateJson.write(certificate))).isEqualTo(CanonicalJson.bytes(tree));
    }

    @Test
    void a_certificate_with_everything_survives_a_round_trip() {
        ObjectNode tree = full();
        Certificate certificate = CertificateJson.read(tree, "").certificate().orElseThrow();
        assertThat(CanonicalJson.bytes(CertificateJson.write(certificate))).isEqualTo(CanonicalJson.bytes(tree));
        assertThat(CertificateJson.read(CertificateJson.write(certificate), "").certificate())
                .contains(certificate);
    }

    static ObjectNode full() {
        ObjectNode tree = SampleCertificates.tree("atiga-form-d-clean");
        tree.putArray("flags")
                .add("thirdCountryInvoicing")
                .add("exhibition")
                .add("accumulation")
                .add("deMinimis")
                .add("backToBack");
        tree.putArray("originals")
                .addObject()
                .put("referenceNo", "SAMPLE-TH-1")
                .put("date", "2026-03-01")
                .put("country", "TH")
                .put("item", 4)
                .put("quantity", "0.000001")
                .put("unit", "KGM");
        tree.putObject("thirdPartyInvoicer").put("name", "Sample Invoicing AG").put("country", "CH");
        tree.putObject("exhibition").put("name", "Sample Fair").put("address", "Hall 1, Singapore");
        tree.put("ceCode", "SAMPLE-CE-1");
        tree.putObject("producer").put("name", "Sample Maker \ud83c\udf3e").put("country", "ID");
        ((ObjectNode) tree.get("transport")).putArray("transit").add("MY");
        return tree;
    }

    @ParameterizedTest
    @CsvSource({
        "issuedAt, 2026-02-29, ORIGIN_DATE_INVALID",
        "issuedAt, 2026-2-2, ORIGIN_DATE_INVALID",
        "issuedAt, +12026-02-02, ORIGIN_DATE_INVALID",
        "exportCountry, Indonesia, ORIGIN_COUNTRY_INVALID",
        "referenceNo, a:b, ORIGIN_REFERENCE_INVALID",
        "agreement, atiga, JSON_VALUE_INVALID",
    })
    void a_malformed_header_member_has_its_own_code(String name, String value, String code) {
        ObjectNode tree = SampleCertificates.tree("atiga-form-d-clean").put(name, value);
        assertThat(codes(tree)).containsExactly(code + " /" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "hs, 2204.21, ORIGIN_HS_INVALID",
        "quantity, 1e3, ORIGIN_QUANTITY_INVALID",
        "unit, kilograms, ORIGIN_UNIT_INVALID",
        "grossWeightKg, -3, ORIGIN_QUANTITY_INVALID",
        "originCountry, xx, ORIGIN_COUNTRY_INVALID",
    })
    void a_malformed_item_member_has_its_own_code(String name, String value, String code) {
        ObjectNode tree = SampleCertificates.tree("atiga-form-d-clean");
        ((ObjectNode) tree.get("items").get(1)).put(name, value);
        assertThat(codes(tree)).containsExactly(code + " /items/1/" + name);
    }

    @Test
    void missing_unknown_and_null_members_are_all_named_at_once() {
        ObjectNode tree = SampleCertificates.tree("atiga-form-d-clean");
        tree.remove("office");
        tree.put("colour", "green");
        tree.putNull("ceCode");
        ((ObjectNode) tree.get("items").get(0)).put("hsEdition", 2020);
        ((ObjectNode) tree.get("items").get(2)).putArray("criteria").add("CTH").add("CTH");
        tree.putArray("flags").add("retroactive").add("retroactive");
        assertThat(codes(tree))
                .containsExactlyInAnyOrder(
                        "JSON_MEMBER_MISSING /office",
                        "JSON_MEMBER_UNKNOWN /colour",
                        "JSON_TYPE_WRONG /ceCode",
                        "ORIGIN_HS_EDITION_INVALID /items/0/hsEdition",
                        "ORIGIN_CRITERION_INVALID /items/2/criteria",
                        "JSON_VALUE_INVALID /flags");
    }

    @Test
    void what_is_no_certificate_at_all_is_refused() {
        for (String text : List.of("[]", "{}", "3", "null", "{\"items\":[]}", "{\"items\":[3]}", "{\"items\":{}}")) {
            CertificateDraft draft = CertificateJson.parse(text.getBytes(StandardCharsets.UTF_8));
            assertThat(draft.certificate()).isEmpty();
            assertThat(draft.findings()).anyMatch(Finding::isError);
        }
        assertThat(CertificateJson.parse(new byte[CertificateJson.MAX_BYTES + 1])
                        .findings())
                .extracting(finding -> finding.code().name())
                .containsExactly("JSON_TOO_LARGE");
    }

    @Test
    void seeded_mutations_are_read_the_same_again_or_refused() {
        byte[] sample = full().toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            CertificateDraft draft = CertificateJson.parse(Mutation.of(random, sample));
            assertThat(draft.certificate().isPresent())
                    .isEqualTo(draft.findings().stream().noneMatch(Finding::isError));
            if (draft.certificate().isPresent()) {
                Certificate certificate = draft.certificate().get();
                assertThat(CertificateJson.read(CertificateJson.write(certificate), "")
                                .certificate())
                        .contains(certificate);
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    private static List<String> codes(ObjectNode tree) {
        CertificateDraft draft = CertificateJson.read(tree, "");
        return draft.findings().stream()
                .map(finding -> finding.code().name() + " " + finding.pointer())
                .toList();
    }
}
