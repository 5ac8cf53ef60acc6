package org.entente.paper.read;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.entente.paper.qr.QrScanner;

/** The QR codes on the pages of a PDF: the first pages, and the last, where a long certificate has them. */
final class PageCodes {
    private static final int FIRST_PAGES = 3;
    private static final float USUAL_DPI = 200;
    private static final float MOST_PIXELS = 6_000_000;
    private static final float POINTS_PER_INCH = 72;

    private PageCodes() {}

    static List<String> of(PDDocument document) throws IOException {
        BoundedRenderer renderer = new BoundedRenderer(document);
        Set<String> codes = new LinkedHashSet<>();
        int last = document.getNumberOfPages() - 1;
        for (int page : IntStream.rangeClosed(0, last)
                .filter(page -> page < FIRST_PAGES || page == last)
                .toArray()) {
            codes.addAll(QrScanner.scan(renderer.renderImageWithDPI(page, dpi(document, page), ImageType.GRAY)));
        }
        return List.copyOf(codes);
    }

    /** Less for a page that is larger than a certificate's. */
    private static float dpi(PDDocument document, int page) {
        PDRectangle box = document.getPage(page).getCropBox();
        float squareInches = Math.max(1, box.getWidth() * box.getHeight() / POINTS_PER_INCH / POINTS_PER_INCH);
        return Math.min(USUAL_DPI, (float) Math.sqrt(MOST_PIXELS / squareInches));
    }
}
