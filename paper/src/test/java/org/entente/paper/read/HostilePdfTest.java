package org.entente.paper.read;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.paper.read.PdfReadingTest.assertCode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.paper.qr.Damage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose purpose is to cost a reader its memory or its time. */
class HostilePdfTest {
    private static final int OVER = PdfScreening.MAX_STREAM_BYTES + 1;

    @Test
    void expands_a_stream_up_to_the_limit_and_no_further() {
        byte[] blank = new byte[PdfScreening.MAX_STREAM_BYTES];
        Arrays.fill(blank, (byte) ' ');

        assertCode(page("/Filter/FlateDecode", RawPdf.flate(blank)), PdfCode.PDF_WITHOUT_CERTIFICATE);
        assertCode(page("/Filter/FlateDecode", RawPdf.flate(new byte[OVER])), PdfCode.PDF_TOO_LARGE);
    }

    @Test
    void adds_up_what_all_streams_expand_to() {
        byte[] half = RawPdf.flate(new byte[PdfScreening.MAX_STREAM_BYTES / 2]);
        RawPdf pdf = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[]/Count 0>>");
        for (int i = 0; i < 6; i++) {
            pdf.stream("/Filter/FlateDecode", half);
        }

        assertCode(pdf.file(), PdfCode.PDF_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "   \n", " \r\n", "\r", ""})
    void finds_a_bomb_wherever_the_library_would(String afterKeyword) {
        byte[] bomb = RawPdf.flate(new byte[OVER]);
        // the library passes over the two bytes of header, whatever they are
        bomb[0] = 'a';
        bomb[1] = 'b';
        byte[] pdf = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[]/Count 0>>").stream(
                                "/Filter/FlateDecode", afterKeyword, bomb)
                        .file();

        assertCode(pdf, PdfCode.PDF_TOO_LARGE);
    }

    @Test
    void finds_a_bomb_in_an_object_stream_before_the_library_reads_objects_from_it() {
        byte[] pdf = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[]/Count 0>>").stream(
                                "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", RawPdf.flate(new byte[OVER]))
                        .file();

        assertCode(pdf, PdfCode.PDF_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/LZWDecode",
                "/LZ#57Decode",
                "/LZW",
                "/RunLengthDecode",
                "[/ASCIIHexDecode/FlateDecode]",
                "[/A85/Fl]",
                "/#4a#42IG2Decode",
                "/JPXDecode",
                "/Crypt"
            })
    void refuses_ways_to_compress_that_no_certificate_needs(String filter) {
        assertCode(page("/Filter" + filter, new byte[100]), PdfCode.PDF_UNSUPPORTED);
    }

    @Test
    void refuses_them_also_where_their_name_is_compressed() {
        byte[] hidden = RawPdf.flate((" ".repeat(70_000) + "/LZWDecode ").getBytes(US_ASCII));
        byte[] atTheEdge = RawPdf.flate((" ".repeat((1 << 16) - 5) + "/LZWDecode ").getBytes(US_ASCII));

        assertCode(page("/Filter/FlateDecode", hidden), PdfCode.PDF_UNSUPPORTED);
        assertCode(page("/Filter/FlateDecode", atTheEdge), PdfCode.PDF_UNSUPPORTED);
        assertCode(
                page("/Filter/FlateDecode", RawPdf.flate("/LZWDecoder ".getBytes(US_ASCII))),
                PdfCode.PDF_WITHOUT_CERTIFICATE);
    }

    @Test
    void a_stream_compressed_twice_does_not_expand_twice() {
        byte[] twice = RawPdf.flate(RawPdf.flate(new byte[PdfScreening.MAX_STREAM_BYTES]));

        assertThat(PdfReading.read(page("/Filter[/FlateDecode/FlateDecode]", twice)))
                .isNotNull();
        assertThat(PdfReading.read(page("/Filter[/FlateDecode/Fl]", twice))).isNotNull();
    }

    @Test
    void draws_no_forms_within_forms_without_end() {
        // each of 30 forms draws the next twice: 2^30 operators
        RawPdf pdf = new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object(
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>")
                        .stream("", "/F Do".getBytes(US_ASCII));
        for (int form = 5; form < 35; form++) {
            pdf.stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F " + (form + 1) + " 0 R>>>>",
                    "/F Do /F Do".getBytes(US_ASCII));
        }
        byte[] file = pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 1 1 re f".getBytes(US_ASCII))
                .file();

        assertCode(file, PdfCode.PDF_TOO_COMPLEX);
    }

    @Test
    void draws_as_many_operators_as_the_limit_and_no_more() {
        String half = "q Q ".repeat(BoundedRenderer.MOST_OPERATORS / 2);

        assertCode(page("", half.getBytes(US_ASCII)), PdfCode.PDF_WITHOUT_CERTIFICATE);
        assertCode(page("", (half + "q").getBytes(US_ASCII)), PdfCode.PDF_TOO_COMPLEX);
    }

    @Test
    void decodes_no_photograph_that_claims_too_many_pixels() {
        byte[] jpeg =
                claiming(Damage.file(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpeg"), 65_000, 65_000);
        byte[] pdf = new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object(
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>")
                        .stream("", "q 99 0 0 99 0 0 cm /I Do Q".getBytes(US_ASCII))
                        .stream(
                                "/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
                                jpeg)
                        .file();

        assertCode(pdf, PdfCode.PDF_TOO_COMPLEX);
    }

    @Test
    void decodes_no_inline_picture_beyond_the_limit_and_not_many() {
        String begin = "q 9 0 0 9 0 0 cm BI /W 90 /H 90 /CS /G /BPC 8 ID ";
        String large = begin + "x".repeat((8 << 10) + 1) + "\nEI Q ";
        String small = begin + "x".repeat(8_100) + "\nEI Q ";

        assertCode(page("", large.getBytes(US_ASCII)), PdfCode.PDF_TOO_COMPLEX);
        assertCode(page("", small.getBytes(US_ASCII)), PdfCode.PDF_WITHOUT_CERTIFICATE);
        assertCode(page("", small.repeat(61).getBytes(US_ASCII)), PdfCode.PDF_TOO_COMPLEX);
    }

    @Test
    void reads_no_more_pages_and_objects_than_the_limits() {
        assertCode(pages(PdfReading.MAX_PAGES), PdfCode.PDF_WITHOUT_CERTIFICATE);
        assertCode(pages(PdfReading.MAX_PAGES + 1), PdfCode.PDF_TOO_COMPLEX);
        RawPdf many = new RawPdf().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[]/Count 0>>");
        for (int i = 0; i < PdfReading.MAX_OBJECTS; i++) {
            many.object("null");
        }
        assertCode(many.file(), PdfCode.PDF_TOO_COMPLEX);
    }

    @Test
    void draws_a_huge_page_small() {
        for (String box : List.of("0 0 200000 200000", "0 0 1 1000000", "0 0 0 0", "0 0 -5 1e30", "0 0 1e9 1e-9")) {
            byte[] pdf = new RawPdf()
                    .object("<</Type/Catalog/Pages 2 0 R>>")
                    .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                    .object("<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]>>")
                    .file();
            assertThat(PdfReading.read(pdf)).isNotNull();
        }
    }

    @Test
    void leaves_loops_and_deep_nesting() {
        byte[] loop = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>")
                .object("<</Type/Pages/Kids[2 0 R]/Count 1>>")
                .object("<</Kids[3 0 R 3 0 R 3 0 R]>>")
                .file();
        byte[] deep = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R/X " + "[".repeat(500_000) + ">>")
                .object("<</Type/Pages/Kids[]/Count 0>>")
                .file();

        assertThat(PdfReading.read(loop)).isNotNull();
        assertThat(PdfReading.read(deep)).isNotNull();
    }

    private static byte[] page(String dictionary, byte[] content) {
        return RawPdf.page(dictionary, content, "");
    }

    private static byte[] pages(int count) {
        String kids = IntStream.range(0, count).mapToObj(i -> (i + 3) + " 0 R").collect(Collectors.joining(" "));
        RawPdf pdf = new RawPdf()
                .object("<</Type/Catalog/Pages 2 0 R>>")
                .object("<</Type/Pages/Kids[" + kids + "]/Count " + count + ">>");
        for (int i = 0; i < count; i++) {
            pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>");
        }
        return pdf.file();
    }

    /** Puts another size into the frame header (ITU-T T.81, B.2.2). */
    private static byte[] claiming(byte[] jpeg, int width, int height) {
        for (int at = 0; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
                return ByteBuffer.wrap(jpeg.clone())
                        .putShort(at + 5, (short) height)
                        .putShort(at + 7, (short) width)
                        .array();
            }
        }
        throw new AssertionError("no frame header");
    }
}
