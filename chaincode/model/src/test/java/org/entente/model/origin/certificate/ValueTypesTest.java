package org.entente.model.origin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "0.000001", "999999999999.999999", "12.5", "100"})
    void a_quantity_has_one_spelling(String text) {
        assertThat(Quantity.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.0",
                "-1",
                "+1",
                "1.0",
                "01",
                "1e3",
                "1E3",
                ".5",
                "1.",
                "1.0000001",
                "1000000000000",
                " 1",
                "1 ",
                "1,5",
                "٣",
                "NaN",
                ""
            })
    void no_other_spelling_of_a_quantity_is_read(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.parse(text));
    }

    @Test
    void quantities_of_one_number_are_equal_whatever_their_scale() {
        assertThat(new Quantity(new BigDecimal("10.50"))).isEqualTo(Quantity.parse("10.5"));
        assertThat(new Quantity(new BigDecimal("1E+2"))).hasToString("100");
        assertThat(Quantity.parse("2")).isLessThan(Quantity.parse("10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010121", "970690", "2204219000", "22042190", "220421900"})
    void an_hs_code_is_6_to_10_digits(String digits) {
        assertThat(new HsCode(digits).subheading()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22042", "22042190000", "000121", "770100", "980100", "2204.21", "22O421", " 220421"})
    void other_chapters_lengths_and_signs_are_no_hs_code(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HsCode(digits));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WO|WO|",
                "40%|RVC|40",
                "40.6 %|RVC|40",
                "39.99%|RVC|39",
                "RVC 40%|RVC|40",
                "rvc40|RVC|40",
                "RVC (45%)|RVC|45",
                "CTSH + 35%|CTSH,RVC|35",
                "PC 25%|PC|25",
                "“CTH”|CTH|",
                "CC and RVC 40|CC,RVC|40",
                "Specific Processes|SPECIFIC PROCESSES|",
            })
    void paper_spellings_of_criteria_are_read(String paper, String codes, Integer percent) {
        CriterionClaim claim = CriterionClaim.parsePaper(paper);
        assertThat(claim.codes()).isEqualTo(List.of(codes.split(",", -1)));
        assertThat(claim.percent()).isEqualTo(Optional.ofNullable(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "40% + 35%", "101%", "CTH + CTH", "+", "WO;;", "<script>", "A+B+C+D+E+F"})
    void what_is_no_criterion_is_refused(String paper) {
        assertThatIllegalArgumentException().isThrownBy(() -> CriterionClaim.parsePaper(paper));
    }

    @Test
    void seeded_boxes_are_read_or_refused_and_never_anything_else() {
        String alphabet = "WORVCTSHP 0123456789%+.,&;()\"-“x\u0000\ud83c";
        Random random = new Random(40);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder box = new StringBuilder();
            for (int n = random.nextInt(70); n > 0; n--) {
                box.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                CriterionClaim claim = CriterionClaim.parsePaper(box.toString());
                assertThat(claim.codes()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void a_certificate_id_is_its_subject_and_back() {
        CertificateId id = CertificateId.ofSubject("certificate:VN:ATIGA:VN-SG 26/02/12345")
                .orElseThrow();
        assertThat(id.subject()).isEqualTo("certificate:VN:ATIGA:VN-SG 26/02/12345");
        for (String other : List.of(
                "certificate:VN:ATIGA:", "operator:VN:ATIGA:1", "certificate:VN:ATIGA", "certificate:vn:ATIGA:1", "")) {
            assertThat(CertificateId.ofSubject(other)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " A", "A ", "A  B", "A:B", "Ä1", "a\nb"})
    void a_reference_number_is_what_every_system_can_carry(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceNumber(text));
        assertThat(new ReferenceNumber("A".repeat(49)).value()).hasSize(49);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReferenceNumber("A".repeat(50)));
    }

    @Test
    void small_types_refuse_what_has_another_form() {
        assertThatThrownBy(() -> new UnitCode("kg")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Packages(0, "CT")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Packages(1, "CTN")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("-1"), "USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, "usd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountryCode("AUS")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Money(new BigDecimal("9.90"), "USD").amount()).hasToString("9.9");
    }
}
