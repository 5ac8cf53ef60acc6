package org.entente.paper.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) with error correction M, which repairs about 15 % of its area. Seals go in alphanumeric mode,
 * links in byte mode; which one is found from the characters.
 */
public final class QrCode {
    /** The light border that a reader needs, in modules (ISO/IEC 18004, 6.3.8). */
    public static final int QUIET_ZONE = 4;

    private static final int MAX_PIXELS_PER_MODULE = 64;

    private final QRCode code;
    private final ByteMatrix modules;

    private QrCode(QRCode code) {
        this.code = code;
        this.modules = code.getMatrix();
    }

    /**
     * Makes a code.
     *
     * @param text printable ASCII, as many characters as version 40 holds
     * @return the code of the least version that holds the text
     * @throws IllegalArgumentException for other characters, no text or too much of it
     */
    public static QrCode of(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a QR code here holds printable ASCII");
        }
        try {
            return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /**
     * How large it is, in steps of four modules.
     *
     * @return 1 (21 modules a side) to 40 (177)
     */
    public int version() {
        return code.getVersion().getVersionNumber();
    }

    /**
     * The side without the quiet zone.
     *
     * @return modules
     */
    public int side() {
        return modules.getWidth();
    }

    /**
     * The picture with its quiet zone, black on white.
     *
     * @param pixelsPerModule 1 to 64
     * @return one bit a pixel
     */
    public BufferedImage image(int pixelsPerModule) {
        if (pixelsPerModule < 1 || pixelsPerModule > MAX_PIXELS_PER_MODULE) {
            throw new IllegalArgumentException("1 to " + MAX_PIXELS_PER_MODULE + " pixels a module");
        }
        int side = (modules.getWidth() + 2 * QUIET_ZONE) * pixelsPerModule;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = isDark(x / pixelsPerModule - QUIET_ZONE, y / pixelsPerModule - QUIET_ZONE);
                image.setRGB(x, y, dark ? 0xff000000 : 0xffffffff);
            }
        }
        return image;
    }

    /**
     * The picture as a file.
     *
     * @param pixelsPerModule 1 to 64
     * @return PNG
     */
    public byte[] png(int pixelsPerModule) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(pixelsPerModule), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /**
     * The picture for a web page or a printer, sharp at every size.
     *
     * @param title what a screen reader says, for example {@code Seal of certificate 123}
     * @return SVG 1.1, without scripts or references
     */
    public String svg(String title) {
        int side = modules.getWidth() + 2 * QUIET_ZONE;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" role=\"img\" shape-rendering=\"crispEdges\"><title>" + escape(title)
                + "</title><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/><path d=\"" + path
                + "\"/></svg>";
    }

    private boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
