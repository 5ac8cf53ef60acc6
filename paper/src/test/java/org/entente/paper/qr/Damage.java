package org.entente.paper.qr;

import com.google.zxing.common.PerspectiveTransform;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** What happens to a printed code on its way to an officer's camera. All of it is seeded or exact. */
public final class Damage {
    private Damage() {}

    /** On a table: a gray ground around the paper. */
    public static BufferedImage photographed(BufferedImage code, int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(new Color(200, 198, 190));
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(code, (width - code.getWidth()) / 2, (height - code.getHeight()) / 2, null);
        graphics.dispose();
        return photo;
    }

    static BufferedImage turned(BufferedImage photo, double degrees) {
        AffineTransform turn = AffineTransform.getRotateInstance(
                Math.toRadians(degrees), photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        return drawn(photo, turn);
    }

    static BufferedImage blurred(BufferedImage photo, int radius) {
        int side = 2 * radius + 1;
        float[] even = new float[side * side];
        Arrays.fill(even, 1f / even.length);
        return new ConvolveOp(new Kernel(side, side, even), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
    }

    static BufferedImage noisy(BufferedImage photo, int amount, long seed) {
        Random random = new Random(seed);
        BufferedImage out = copy(photo);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int shift = (int) (random.nextGaussian() * amount);
                Color old = new Color(out.getRGB(x, y));
                out.setRGB(
                        x,
                        y,
                        new Color(
                                        clamp(old.getRed() + shift),
                                        clamp(old.getGreen() + shift),
                                        clamp(old.getBlue() + shift))
                                .getRGB());
            }
        }
        return out;
    }

    /** A fold through the middle: the ink is broken off along it, and one side lies in shadow. */
    static BufferedImage creased(BufferedImage photo, int thickness, double slope) {
        BufferedImage out = copy(photo);
        Graphics2D graphics = out.createGraphics();
        int middle = out.getHeight() / 2;
        int rise = (int) (slope * out.getWidth() / 2);
        graphics.setColor(new Color(0, 0, 0, 60));
        graphics.fillRect(0, middle, out.getWidth(), middle);
        graphics.setColor(new Color(245, 245, 245));
        graphics.setStroke(new BasicStroke(thickness));
        graphics.drawLine(0, middle - rise, out.getWidth(), middle + rise);
        graphics.dispose();
        return out;
    }

    /** A fold into which dirt went: a dark line across. */
    static BufferedImage soiled(BufferedImage photo, int thickness, double slope) {
        BufferedImage out = copy(photo);
        Graphics2D graphics = out.createGraphics();
        int middle = out.getHeight() / 2;
        int rise = (int) (slope * out.getWidth() / 2);
        graphics.setColor(new Color(40, 36, 30));
        graphics.setStroke(new BasicStroke(thickness));
        graphics.drawLine(0, middle - rise, out.getWidth(), middle + rise);
        graphics.dispose();
        return out;
    }

    /** A worn drum and little toner: white streaks down the page, and specks where nothing stuck. */
    static BufferedImage starved(BufferedImage photo, int streaks, int specks, int size, long seed) {
        Random random = new Random(seed);
        BufferedImage out = copy(photo);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(Color.WHITE);
        for (int i = 0; i < streaks; i++) {
            graphics.fillRect(random.nextInt(out.getWidth()), 0, size, out.getHeight());
        }
        for (int i = 0; i < specks; i++) {
            graphics.fillOval(random.nextInt(out.getWidth()), random.nextInt(out.getHeight()), size, size);
        }
        graphics.dispose();
        return out;
    }

    /** A stamp over a part of it. */
    static BufferedImage covered(BufferedImage photo, int x, int y, int side) {
        BufferedImage out = copy(photo);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(new Color(60, 20, 80));
        graphics.fillRect(x, y, side, side);
        graphics.dispose();
        return out;
    }

    /** As a fax machine or a scanner for text sends it: smaller, black or white and nothing between. */
    static BufferedImage faxed(BufferedImage photo, double scale) {
        int width = (int) (photo.getWidth() * scale);
        int height = (int) (photo.getHeight() * scale);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(photo, 0, 0, width, height, null);
        graphics.dispose();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out.setRGB(x, y, new Color(small.getRGB(x, y)).getGreen() < 128 ? 0xff000000 : 0xffffffff);
            }
        }
        return out;
    }

    static BufferedImage pale(BufferedImage photo, int dark, int light) {
        BufferedImage out = copy(photo);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                int old = new Color(out.getRGB(x, y)).getGreen();
                int now = dark + old * (light - dark) / 255;
                out.setRGB(x, y, new Color(now, now, now).getRGB());
            }
        }
        return out;
    }

    /** Seen from the side: the upper edge is shorter than the lower. */
    static BufferedImage tilted(BufferedImage photo, double shorter) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        float inset = (float) (width * shorter / 2);
        PerspectiveTransform back = PerspectiveTransform.quadrilateralToQuadrilateral(
                inset, 0, width - inset, 0, width, height, 0, height, 0, 0, width, 0, width, height, 0, height);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float[] from = {x, y};
                back.transformPoints(from);
                boolean inside = from[0] >= 0 && from[0] < width && from[1] >= 0 && from[1] < height;
                out.setRGB(x, y, inside ? photo.getRGB((int) from[0], (int) from[1]) : 0xffc8c6be);
            }
        }
        return out;
    }

    public static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage copy(BufferedImage photo) {
        return drawn(photo, new AffineTransform());
    }

    private static BufferedImage drawn(BufferedImage photo, AffineTransform transform) {
        BufferedImage out = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setColor(new Color(200, 198, 190));
        graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(photo, transform, null);
        graphics.dispose();
        return out;
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}
