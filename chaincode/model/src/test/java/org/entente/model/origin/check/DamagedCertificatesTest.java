package org.entente.model.origin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.SampleCertificates;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.Flag;
import org.entente.model.sample.Mutation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** However a certificate is damaged: the check never throws, and what it accepts keeps every rule that needs no doubt. */
class DamagedCertificatesTest {
    private static final List<String> VALUES = List.of(
            "AU",
            "CN",
            "ID",
            "SG",
            "JP",
            "2026-02-30",
            "2026-04-14",
            "2027-01-01",
            "2020-01-01",
            "PC",
            "WO",
            "RVC",
            "CTSH",
            "0",
            "-1",
            "1",
            "999999999999.999999",
            "KGM",
            "retroactive",
            "backToBack",
            "atiga-1",
            "chafta-1",
            "\u0007");

    private final CertificateCheck check = new CertificateCheck(RuleSets.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"atiga-form-d-clean", "chafta-clean", "atiga-form-d-wrong"})
    void damaged_bytes(String sample) {
        byte[] bytes = SampleCertificates.tree(sample).toString().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(sample.hashCode());
        for (int i = 0; i < 3_000; i++) {
            check(check.check(CertificateJson.parse(Mutation.of(random, bytes))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atiga-form-d-clean", "chafta-clean"})
    void values_put_where_they_do_not_belong(String sample) {
        Random random = new Random(sample.hashCode());
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            ObjectNode tree = SampleCertificates.tree(sample);
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                damage(tree, random);
            }
            accepted += check(check.check(CertificateJson.read(tree, ""))) ? 1 : 0;
        }
        assertThat(accepted).isBetween(50, 4_900);
    }

    private static void damage(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            JsonNode child = object.get(name);
            if (child.isContainer() && random.nextInt(4) > 0) {
                damage(child, random);
            } else if (random.nextInt(4) == 0) {
                object.remove(name);
            } else if (child.isIntegralNumber()) {
                object.put(name, random.nextInt(120) - 5);
            } else {
                object.put(name, VALUES.get(random.nextInt(VALUES.size())));
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                case 2 -> array.set(index, VALUES.get(random.nextInt(VALUES.size())));
                default -> damage(array.get(index), random);
            }
        }
    }

    private static boolean check(Checked<Certificate> checked) {
        return switch (checked) {
            case Checked.Rejected<Certificate>(var findings) -> false;
            case Checked.Accepted<Certificate>(var certificate, var remarks) -> {
                assertThat(remarks).noneMatch(Finding::isError);
                holds(certificate);
                yield true;
            }
        };
    }

    private static void holds(Certificate certificate) {
        assertThat(certificate.exportCountry()).isNotEqualTo(certificate.importCountry());
        assertThat(certificate.ruleSet())
                .isEqualTo(certificate.agreement().value().equals("ATIGA") ? "atiga-1" : "chafta-1");
        assertThat(certificate.items().stream().map(CertificateItem::number)).doesNotHaveDuplicates();
        assertThat(certificate.flags().contains(Flag.BACK_TO_BACK))
                .isEqualTo(!certificate.originals().isEmpty());
        assertThat(certificate.flags().contains(Flag.THIRD_COUNTRY_INVOICING))
                .isEqualTo(certificate.thirdPartyInvoicer().isPresent());
        assertThat(certificate.flags().contains(Flag.PARTIAL_CUMULATION))
                .isEqualTo(certificate.items().stream()
                        .anyMatch(item -> item.criterion().has("PC")));
        for (CertificateItem item : certificate.items()) {
            assertThat(item.quantity().amount().signum()).isPositive();
            assertThat(item.invoices()).noneMatch(invoice -> invoice.date().isAfter(certificate.issuedAt()));
            if (certificate.agreement().value().equals("ATIGA")) {
                assertThat(List.of("WO", "RVC", "CC", "CTH", "CTSH", "SP", "PC"))
                        .containsAll(item.criterion().codes());
                if (item.criterion().has("RVC") || item.criterion().has("PC")) {
                    assertThat(item.criterion().percent()).isPresent();
                }
            }
        }
    }
}
