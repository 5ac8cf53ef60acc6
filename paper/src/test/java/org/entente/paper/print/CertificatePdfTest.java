package org.entente.paper.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealText;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import org.entente.paper.qr.QrScanner;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CertificatePdfTest {
    private static final CertificatePaper PAPER = Papers.sample();
    private static final byte[] PDF = Papers.print(PAPER);

    @Test
    void keeps_pdf_a_3a_and_pdf_ua_1() {
        assertKeepsStandards(PDF);
    }

    @Test
    void keeps_them_with_everything_that_a_form_can_hold() {
        Certificate certificate = Papers.certificate("atiga-form-d-clean.json");

        assertKeepsStandards(Papers.print(Papers.of(certificate)));
    }

    @Test
    void keeps_them_over_many_pages() {
        assertKeepsStandards(Papers.print(Papers.of(Papers.withItems(PAPER.certificate(), numbers(60)))));
    }

    @Test
    void prints_as_many_items_as_a_certificate_can_have() throws IOException {
        byte[] pdf = Papers.print(Papers.of(Papers.withItems(PAPER.certificate(), numbers(Certificate.MAX_ITEMS))));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(10, 60);
            assertThat(new PDFTextStripper().getText(document)).contains("\n1 ", "\n500 ");
        }
    }

    @Test
    void breaks_a_row_that_is_longer_than_a_page_and_loses_nothing() throws IOException {
        byte[] pdf = Papers.print(Papers.of(Papers.withInvoices(PAPER.certificate(), 50)));

        assertKeepsStandards(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (int i = 1; i <= 50; i++) {
                assertThat(text).contains("IN-IT-" + i + "X");
            }
        }
    }

    @Test
    void the_judge_finds_a_file_that_does_not_keep_them() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);

            assertThat(Standards.violations(out.toByteArray(), PDFAFlavour.PDFA_3_A))
                    .isNotEmpty();
            assertThat(Standards.violations(out.toByteArray(), PDFAFlavour.PDFUA_1))
                    .isNotEmpty();
        }
    }

    @Test
    void prints_what_the_certificate_says_and_its_number() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Number SAMPLE-AU-000123",
                            "Sample Grain Exports Pty Ltd",
                            "Malting barley in bulk, crop 2025",
                            "9000 LTR",
                            "2027-03-05",
                            "MV Sample Star V.012");
        }
    }

    @Test
    void prints_a_seal_and_a_link_that_a_camera_reads() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            List<String> codes = QrScanner.scan(new PDFRenderer(document).renderImageWithDPI(0, 150));

            assertThat(codes).containsExactlyInAnyOrder(PAPER.seal(), PAPER.link());
            String seal = codes.stream().filter(SealText::isSeal).findFirst().orElseThrow();
            assertThat(SealText.verify(seal, Papers.trusted())).isInstanceOf(SealOutcome.Verified.class);
        }
    }

    @Test
    void makes_the_same_file_of_the_same_paper() {
        assertThat(Papers.print(PAPER)).isEqualTo(PDF);
    }

    @Test
    void prints_markup_as_text_and_loads_nothing() throws IOException {
        String nasty = "<img src=\"http://evil.example/x.png\"/> & </td> {{x}} ]]> \u0001";
        Certificate certificate = Papers.withDescription(PAPER.certificate(), nasty);
        byte[] pdf = Papers.print(Papers.of(certificate));

        assertKeepsStandards(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("<imgsrc=\"http://evil.example/x.png\"/>&</td>{{x}}]]>");
        }
    }

    @Test
    void prints_vietnamese_greek_and_cyrillic() {
        Certificate certificate =
                Papers.withDescription(PAPER.certificate(), "Cà phê hạt Việt Nam; Ελιές; Пшеница; 20 °C ≤ 5 €");

        assertKeepsStandards(Papers.print(Papers.of(certificate)));
    }

    @Test
    void names_the_characters_that_no_font_draws_instead_of_losing_them() {
        Certificate certificate = Papers.withDescription(PAPER.certificate(), "大麦 \uD83C\uDF3E");

        assertThat(new CertificatePdf(List.of()).print(Papers.of(certificate)))
                .isInstanceOfSatisfying(Checked.Rejected.class, rejected -> {
                    Finding finding = (Finding) rejected.findings().getFirst();
                    assertThat(finding.code()).isEqualTo(PrintCode.PRINT_CHARACTER_MISSING);
                    assertThat(finding.detail()).contains("U+5927", "U+9EA6", "U+1F33E");
                });
    }

    @Test
    void takes_further_fonts() {
        byte[] file = Papers.font();

        assertThat(new CertificatePdf(List.of(Typeface.of("Another Sans", file, file))).print(PAPER))
                .isInstanceOf(Checked.Accepted.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Typeface.of("x'}", file, file));
        assertThatIllegalArgumentException().isThrownBy(() -> Typeface.of("Broken", new byte[100], file));
    }

    @Test
    void refuses_files_that_are_no_credentials() {
        byte[] bytes = "x".getBytes(StandardCharsets.US_ASCII);
        assertThatIllegalArgumentException().isThrownBy(() -> CredentialFile.jwt(new byte[0]));
        assertThat(CredentialFile.jwt(new byte[CredentialFile.MAX_BYTES]).name())
                .isEqualTo("credential.jwt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CredentialFile.json(new byte[CredentialFile.MAX_BYTES + 1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialFile("../x.jwt", "application/jwt", bytes));
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialFile("x.jwt", "jwt", bytes));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static void assertKeepsStandards(byte[] pdf) {
        assertThat(Standards.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Standards.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }
}
