package org.entente.model.origin.tradetrust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Severity;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.tradetrust.Remark.Kind;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TradeTrustImportTest {
    /** A certificate nobody here wrote. It stays outside this repository: set {@code entente.data} to its folder. */
    private static final Path REAL = Path.of(System.getProperty("entente.data", "../../../shared/data"))
            .resolve("certificates/chafta-wine.json");

    private final TradeTrustImport importer = new TradeTrustImport(RuleSets.shipped());

    @Test
    void the_sample_becomes_a_certificate_and_says_what_did_not_fit() {
        ImportedCertificate imported = importer.read(SampleCertificates.bytes("chafta-tradetrust"));
        Certificate certificate = imported.certificate().orElseThrow();
        assertThat(certificate.id().subject()).isEqualTo("certificate:AU:CHAFTA:SAMPLE-AU-000777");
        assertThat(certificate.issuedAt()).hasToString("2026-05-04");
        assertThat(certificate.producer())
                .hasValueSatisfying(producer -> assertThat(producer.name()).isEqualTo("Sample Apiary"));
        CertificateItem honey = certificate.item(1).orElseThrow();
        assertThat(honey.hs().digits()).isEqualTo("040900");
        assertThat(honey.quantity()).hasToString("1025");
        assertThat(honey.unit()).hasToString("KGM");
        assertThat(certificate.item(2).orElseThrow().quantity()).hasToString("200");
        assertThat(
                        remark(
                                imported,
                                "/supplyChainConsignment/includedConsignmentItems/0/tradeLineItems/1/transportPackages/0/grossWeight"))
                .extracting(Remark::kind, Remark::detail)
                .containsExactly(Kind.CONVERTED, "200 KGM");
        assertThat(imported.sources())
                .containsEntry(
                        "/items/0/hs",
                        "/supplyChainConsignment/includedConsignmentItems/0/tradeLineItems/0/tradeProduct/harmonisedTariffCode/classCode");
    }

    @Test
    void every_value_of_the_document_is_used_or_named() {
        ObjectNode document = SampleCertificates.tree("chafta-tradetrust");
        document.putObject("extra").putArray("signatures").add("scan");
        ImportedCertificate imported = importer.read(document.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(remark(imported, "/extra/signatures/0").kind()).isEqualTo(Kind.UNMAPPED);
        assertThat(imported.remarks())
                .extracting(Remark::pointer)
                .contains(
                        "/status",
                        "/supplyChainConsignment/includedConsignmentItems/0/tradeLineItems/0/transportPackages/0/grossVolume");
    }

    @Test
    void a_wrapped_document_gives_the_same_certificate_and_says_that_no_proof_was_checked() {
        Certificate bare = importer.read(SampleCertificates.bytes("chafta-tradetrust"))
                .certificate()
                .orElseThrow();
        ObjectNode second = JsonNodeFactory.instance.objectNode();
        second.put("version", "https://schema.openattestation.com/2.0/schema.json")
                .put("schema", "tradetrust/v1.0");
        second.set("data", salted(SampleCertificates.tree("chafta-tradetrust")));
        second.putObject("signature")
                .put("type", "SHA3MerkleProof")
                .put("targetHash", "00")
                .put("merkleRoot", "00");
        ImportedCertificate wrapped = importer.read(second.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(wrapped.certificate()).contains(bare);
        assertThat(remark(wrapped, "/signature").kind()).isEqualTo(Kind.NOT_CHECKED);
        assertThat(wrapped.sources()).containsEntry("/issuedAt", "/data/issueDateTime");

        ObjectNode third = JsonNodeFactory.instance.objectNode();
        third.set("credentialSubject", SampleCertificates.tree("chafta-tradetrust"));
        ImportedCertificate later = importer.read(third.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(later.certificate()).contains(bare);
        assertThat(remark(later, "/proof").kind()).isEqualTo(Kind.NOT_CHECKED);
    }

    @Test
    void a_weight_that_is_no_weight_leaves_the_quantity_open() {
        String text = new String(SampleCertificates.bytes("chafta-tradetrust"), StandardCharsets.UTF_8)
                .replace("0.2 t", "quite heavy");
        ImportedCertificate imported = importer.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.certificate()).isEmpty();
        assertThat(imported.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder("/items/1/quantity", "/items/1/unit");
    }

    @Test
    void what_is_no_document_at_all_is_refused_with_its_reason() {
        assertThat(importer.read("[1]".getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(finding -> finding.code().name())
                .containsExactly("JSON_TYPE_WRONG");
        assertThat(importer.read("{".getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(finding -> finding.code().name())
                .containsExactly("JSON_MALFORMED");
        ImportedCertificate empty = importer.read("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(empty.certificate()).isEmpty();
        assertThat(empty.findings()).isNotEmpty();
    }

    @Test
    void seeded_mutations_never_throw() {
        byte[] sample = SampleCertificates.bytes("chafta-tradetrust");
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            ImportedCertificate imported = importer.read(Mutation.of(random, sample));
            assertThat(imported.certificate().isPresent())
                    .isEqualTo(imported.findings().stream().noneMatch(Finding::isError));
        }
    }

    @Test
    void a_real_certificate_gets_the_right_findings() throws IOException {
        assumeTrue(Files.isRegularFile(REAL), () -> "skipped: no real certificate at " + REAL.toAbsolutePath());
        ImportedCertificate imported = importer.read(Files.readAllBytes(REAL));
        List<Finding> errors =
                imported.findings().stream().filter(Finding::isError).toList();
        assertThat(errors)
                .extracting(finding -> finding.code().name(), Finding::pointer)
                .containsExactly(Tuple.tuple("ORIGIN_INVOICE_AFTER_ISSUE", "/items/2/invoices/0/date"));
        assertThat(errors.getFirst().detail()).isEqualTo("2020-06-05 is after 2020-06-03");
        assertThat(imported.findings())
                .filteredOn(finding -> finding.code().severity() == Severity.NOT_VERIFIED)
                .extracting(Finding::pointer)
                .contains("/items/0/criteria/0", "/items/2/criteria/0");
        assertThat(imported.findings())
                .allSatisfy(finding -> assertThat(finding.detail()).doesNotContain("ORIGIN_RETROACTIVE_UNFOUNDED"));
        ObjectNode draft = imported.draft().orElseThrow();
        assertThat(draft.path("referenceNo").asString()).isEqualTo("WBC208897");
        assertThat(draft.path("items").path(0).path("quantity").asString()).isEqualTo("900");
        assertThat(draft.path("items").path(0).path("hsEdition").asInt()).isEqualTo(2017);
        assertThat(draft.has("producer")).isFalse();
        assertThat(imported.remarks())
                .filteredOn(remark -> remark.detail().contains("450 KGM"))
                .hasSize(4);
    }

    private static Remark remark(ImportedCertificate imported, String pointer) {
        return imported.remarks().stream()
                .filter(remark -> remark.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no remark at " + pointer + ": " + imported.remarks()));
    }

    private static JsonNode salted(JsonNode node) {
        String salt = "01234567-89ab-cdef-0123-456789abcdef:";
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.isObject()) {
            ObjectNode copy = json.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), salted(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = json.arrayNode();
            node.forEach(entry -> copy.add(salted(entry)));
            return copy;
        }
        String type = node.isString() ? "string" : node.isBoolean() ? "boolean" : "number";
        return json.stringNode(salt + type + ":" + (node.isString() ? node.stringValue() : node.toString()));
    }
}
