package org.entente.paper.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.paper.print.CredentialFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes a certificate out of a PDF that anybody sent: the embedded credential, else the QR codes on its pages. Offline, and
 * with bounds on bytes, expansion, objects, pages and drawing.
 */
public final class PdfReading {
    /** The longest file. */
    public static final int MAX_BYTES = PdfScreening.MAX_BYTES;

    /** The most pages. */
    public static final int MAX_PAGES = 100;

    /** The most objects. */
    public static final int MAX_OBJECTS = 50_000;

    private static final long MAX_CACHE_BYTES = 128L << 20;
    /** Held, so that the setting stays. */
    private static final List<Logger> LIBRARY =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        // its warnings quote what strangers wrote
        LIBRARY.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private PdfReading() {}

    /**
     * Reads a PDF. Never throws.
     *
     * @param file what was uploaded
     * @return what leads to a certificate, at least one credential or code; or why there is nothing
     */
    public static Checked<PdfContent> read(byte[] file) {
        Optional<PdfCode> refusal = PdfScreening.refusal(file);
        if (refusal.isPresent()) {
            return rejected(refusal.get(), file.length + " bytes");
        }
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(file),
                MemoryUsageSetting.setupMainMemoryOnly(MAX_CACHE_BYTES).streamCache)) {
            return read(document);
        } catch (BoundedRenderer.TooComplexException e) {
            return rejected(PdfCode.PDF_TOO_COMPLEX, e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            // a structure nested, or one array claimed, beyond what any bound above can see: nothing of it is kept
            return rejected(PdfCode.PDF_TOO_COMPLEX, "");
        } catch (IOException | RuntimeException e) {
            // the library answers damage with many kinds of unchecked exceptions
            return rejected(PdfCode.PDF_MALFORMED, "");
        }
    }

    private static Checked<PdfContent> read(PDDocument document) throws IOException {
        int objects = document.getDocument().getXrefTable().size();
        if (objects > MAX_OBJECTS || document.getNumberOfPages() > MAX_PAGES) {
            return rejected(PdfCode.PDF_TOO_COMPLEX, objects + " objects, " + document.getNumberOfPages() + " pages");
        }
        List<CredentialFile> credentials = EmbeddedCredentials.of(document);
        List<String> codes = credentials.isEmpty() ? PageCodes.of(document) : List.of();
        return credentials.isEmpty() && codes.isEmpty()
                ? rejected(PdfCode.PDF_WITHOUT_CERTIFICATE, "")
                : new Checked.Accepted<>(new PdfContent(credentials, codes), List.of());
    }

    private static Checked<PdfContent> rejected(PdfCode code, @Nullable String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail == null ? "" : detail)));
    }
}
