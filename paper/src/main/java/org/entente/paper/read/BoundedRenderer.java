package org.entente.paper.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.entente.paper.qr.Pictures;

/** Draws pages as long as they are no more than a certificate: forms within forms could draw for ever. */
final class BoundedRenderer extends PDFRenderer {
    static final int MOST_OPERATORS = 150_000;
    private static final int MOST_FORMS = 500;
    private static final int MOST_IMAGES = 60;
    private static final int MOST_GROUPS = 200;
    /** More than ISO 32000-1, 8.9.7, advises; each may expand a thousandfold. */
    private static final int MAX_INLINE_BYTES = 8 << 10;

    /** Of all pictures together, as often as they are drawn. */
    private static final long MOST_PIXELS = 3 * Pictures.MAX_PIXELS;

    private static final List<String> JPEG = List.of("DCTDecode", "DCT");

    private int operators;
    private int images;
    private int groups;
    private long pixels;
    private int forms;

    BoundedRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private static void require(boolean kept, String what) {
        if (!kept) {
            throw new TooComplexException(what);
        }
    }

    /** Counts for the whole document: all pages share one bound. */
    private final class Drawer extends PageDrawer {
        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            require(++operators <= MOST_OPERATORS, "operators");
            byte[] inline = operator.getImageData();
            require(
                    inline == null || (inline.length <= MAX_INLINE_BYTES && ++images <= MOST_IMAGES),
                    "inline pictures");
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            require(++images <= MOST_IMAGES, "pictures");
            long size = (long) image.getWidth() * image.getHeight();
            pixels += size;
            require(size <= Pictures.MAX_PIXELS && pixels <= MOST_PIXELS, "size of pictures");
            String suffix = image.getSuffix();
            if ("jpg".equals(suffix)) {
                try (InputStream in = image.createInputStream(JPEG)) {
                    require(Pictures.isWithinLimits(in.readNBytes(Pictures.MAX_BYTES + 1)), "size of a photograph");
                }
            }
            super.drawImage(image);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            require(++forms <= MOST_FORMS, "forms");
            super.showForm(form);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            require(++groups <= MOST_GROUPS, "transparency groups");
            super.showTransparencyGroup(form);
        }
    }

    /** Breaks the drawing off; no stack trace, it is no fault. */
    static final class TooComplexException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooComplexException(String what) {
            super("too many or too large: " + what, null, false, false);
        }
    }
}
