package org.entente.paper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.paper.print.CertificatePaper;
import org.entente.paper.print.CredentialFile;
import org.entente.paper.print.Papers;
import org.junit.jupiter.api.Test;

class PdfReadingTest {
    private static final CertificatePaper PAPER = Papers.sample();
    private static final byte[] PDF = Papers.print(PAPER);

    @Test
    void finds_the_embedded_credential() {
        assertThat(PdfReading.read(PDF))
                .isEqualTo(new Checked.Accepted<>(new PdfContent(List.of(PAPER.credential()), List.of()), List.of()));
    }

    @Test
    void finds_the_codes_where_a_printer_driver_dropped_the_attachment() {
        assertCodes(changed(document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("AF"));
        }));
    }

    @Test
    void finds_the_associated_file_where_the_list_of_names_is_lost() {
        byte[] pdf =
                changed(document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES));

        assertThat(content(pdf).credentials()).containsExactly(PAPER.credential());
    }

    @Test
    void finds_the_codes_in_a_scan() throws IOException {
        try (PDDocument scan = new PDDocument();
                PDDocument printed = Loader.loadPDF(PDF)) {
            BufferedImage picture = new PDFRenderer(printed).renderImageWithDPI(0, 150);
            PDPage page = new PDPage(PDRectangle.A4);
            scan.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                content.drawImage(JPEGFactory.createFromImage(scan, picture, 0.4f), 0, 0, 595, 842);
            }
            assertCodes(saved(scan));
        }
    }

    @Test
    void finds_the_codes_on_the_last_of_many_pages() {
        assertCodes(changed(document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.NAMES);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("AF"));
            PDPage codes = document.getPage(0);
            for (int i = 0; i < 5; i++) {
                document.getPages().insertBefore(new PDPage(PDRectangle.A4), codes);
            }
        }));
    }

    @Test
    void says_that_nothing_is_there() {
        assertCode(RawPdf.page("", new byte[0], ""), PdfCode.PDF_WITHOUT_CERTIFICATE);
    }

    @Test
    void passes_over_attachments_that_are_no_credentials() {
        for (String name : List.of("invoice.xml", "credential.jwt.exe", "")) {
            byte[] pdf = new RawPdf()
                            .object("<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>")
                            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
                            .object("<</Type/Filespec/F(" + name + ")/EF<</F 5 0 R>>>>")
                            .stream("", new byte[] {'x'})
                            .file();
            assertCode(pdf, PdfCode.PDF_WITHOUT_CERTIFICATE);
        }
    }

    @Test
    void takes_a_credential_of_1_mib_and_no_longer_one() {
        assertThat(content(attached(CredentialFile.MAX_BYTES)).credentials()).hasSize(1);
        assertCode(attached(CredentialFile.MAX_BYTES + 1), PdfCode.PDF_WITHOUT_CERTIFICATE);
        assertCode(attached(0), PdfCode.PDF_WITHOUT_CERTIFICATE);
    }

    @Test
    void refuses_other_files() {
        assertCode(new byte[0], PdfCode.PDF_TYPE_UNKNOWN);
        assertCode(new byte[PdfReading.MAX_BYTES], PdfCode.PDF_TYPE_UNKNOWN);
        assertCode(new byte[PdfReading.MAX_BYTES + 1], PdfCode.PDF_TOO_LARGE);
        assertCode(Arrays.copyOf(PDF, 20), PdfCode.PDF_MALFORMED);
        assertThat(content(Arrays.copyOf(PDF, PdfReading.MAX_BYTES)).credentials())
                .hasSize(1);
    }

    @Test
    void refuses_an_encrypted_file() {
        byte[] pdf = changed(document -> {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });

        assertCode(pdf, PdfCode.PDF_UNSUPPORTED);
    }

    @Test
    void survives_damaged_files() {
        Random random = new Random(32_000);
        for (int i = 0; i < 60; i++) {
            byte[] damaged = PDF.clone();
            for (int j = random.nextInt(40); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(PdfReading.read(damaged)).isNotNull();
            assertThat(PdfReading.read(Arrays.copyOf(PDF, random.nextInt(PDF.length))))
                    .isNotNull();
        }
    }

    /** A change to the printed file. */
    private interface Change {
        void make(PDDocument document) throws IOException;
    }

    private static byte[] changed(Change change) {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            change.make(document);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] attached(int length) {
        return new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R/AF[4 0 R]>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
                        .object("<</Type/Filespec/UF(CREDENTIAL.JSON)/EF<</F 5 0 R>>>>")
                        .stream("/Filter/FlateDecode", RawPdf.flate(new byte[length]))
                        .file();
    }

    private static void assertCodes(byte[] pdf) {
        PdfContent content = content(pdf);
        assertThat(content.credentials()).isEmpty();
        assertThat(content.codes()).containsExactlyInAnyOrder(PAPER.seal(), PAPER.link());
    }

    private static PdfContent content(byte[] pdf) {
        return switch (PdfReading.read(pdf)) {
            case Checked.Accepted<PdfContent> accepted -> accepted.value();
            case Checked.Rejected<PdfContent> rejected ->
                throw new AssertionError(rejected.findings().toString());
        };
    }

    static void assertCode(byte[] pdf, PdfCode code) {
        assertThat(PdfReading.read(pdf))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(((Finding) rejected.findings().getFirst()).code())
                                .isEqualTo(code));
    }
}
