package org.entente.paper.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.w3c.dom.Document;

/**
 * Prints certificates as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): readable in fifty years, by a screen reader
 * today, and with the credential embedded as an associated file. Safe for use by many threads.
 */
public final class CertificatePdf {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final List<Typeface> fonts;

    /**
     * Prints with the shipped font, and with others for what it does not draw.
     *
     * @param others in the order of preference, perhaps none
     */
    public CertificatePdf(List<Typeface> others) {
        fonts = new ArrayList<>();
        fonts.add(Typeface.shipped());
        fonts.addAll(others);
    }

    /**
     * Makes the PDF.
     *
     * @param paper what to print
     * @return the file, or which characters cannot be printed
     */
    public Checked<byte[]> print(CertificatePaper paper) {
        Document document = Xhtml.parse(CertificateHtml.of(paper, fonts));
        String missing = missing(document.getDocumentElement().getTextContent());
        if (!missing.isEmpty()) {
            return new Checked.Rejected<>(List.of(Finding.of(PrintCode.PRINT_CHARACTER_MISSING, "", missing)));
        }
        try {
            return new Checked.Accepted<>(render(document, paper), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    private byte[] render(Document document, CertificatePaper paper) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(document, null)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .withProducer(PdfMetadata.PRODUCER);
        // the pictures are data: addresses; nothing is ever fetched, whatever a certificate holds
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        for (Typeface font : fonts) {
            builder.useFont(font::regular, font.family(), REGULAR, FontStyle.NORMAL, true);
            builder.useFont(font::bold, font.family(), BOLD, FontStyle.NORMAL, true);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.toStream(out).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PdfMetadata.write(renderer.getPdfDocument(), paper);
            PdfAttachment.add(renderer.getPdfDocument(), paper.credential(), paper.madeAt());
            renderer.getPdfDocument().save(out);
        }
        return out.toByteArray();
    }

    private String missing(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && fonts.stream().noneMatch(font -> font.draws(c)))
                .distinct()
                .limit(20)
                .mapToObj(c -> Character.toString(c) + " (U+" + String.format(Locale.ROOT, "%04X", c) + ")")
                .collect(Collectors.joining(", "));
    }
}
