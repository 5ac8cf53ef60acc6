package org.entente.paper.qr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A picture in shades of gray, and what can be done to it before a code is looked for. Pixels must not be changed. */
record Gray(int width, int height, byte[] pixels) {
    static Gray of(BufferedImage image, int longestSide) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longestSide / longest);
        return draw(
                image,
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)),
                AffineTransform.getScaleInstance(scale, scale));
    }

    Gray enlarged(int times) {
        return draw(image(), width * times, height * times, AffineTransform.getScaleInstance(times, times));
    }

    /** Turned about its middle, on a white ground that is large enough. */
    Gray turned(int degrees) {
        double angle = Math.toRadians(degrees);
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        int newWidth = (int) Math.ceil(width * cos + height * sin);
        int newHeight = (int) Math.ceil(width * sin + height * cos);
        AffineTransform turn =
                AffineTransform.getTranslateInstance((newWidth - width) / 2.0, (newHeight - height) / 2.0);
        turn.rotate(angle, width / 2.0, height / 2.0);
        return draw(image(), newWidth, newHeight, turn);
    }

    /** The middle one of nine neighbours: takes out specks and thin lines, keeps edges. */
    Gray median() {
        byte[] out = pixels.clone();
        int[] nine = new int[9];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                for (int i = 0; i < 9; i++) {
                    nine[i] = pixels[(y + i / 3 - 1) * width + x + i % 3 - 1] & 0xff;
                }
                Arrays.sort(nine);
                out[y * width + x] = (byte) nine[4];
            }
        }
        return new Gray(width, height, out);
    }

    /** Light specks and streaks up to twice as wide as the radius, where toner was missing, are filled. */
    Gray mended(int radius) {
        return extreme(radius, false).extreme(radius, true);
    }

    /** Each pixel as the darkest or the lightest of its square; rows first, then columns. */
    private Gray extreme(int radius, boolean lightest) {
        byte[] rows = new byte[pixels.length];
        byte[] out = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, x - radius);
                int to = Math.min(width - 1, x + radius);
                rows[y * width + x] = extreme(pixels, y * width + from, y * width + to, 1, lightest);
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, y - radius);
                int to = Math.min(height - 1, y + radius);
                out[y * width + x] = extreme(rows, from * width + x, to * width + x, width, lightest);
            }
        }
        return new Gray(width, height, out);
    }

    private static byte extreme(byte[] values, int from, int to, int step, boolean lightest) {
        int found = values[from] & 0xff;
        for (int i = from + step; i <= to; i += step) {
            int other = values[i] & 0xff;
            found = lightest ? Math.max(found, other) : Math.min(found, other);
        }
        return (byte) found;
    }

    /** Spread so that all but the darkest and the lightest hundredth use the whole range. */
    Gray stretched() {
        int[] count = new int[256];
        for (byte pixel : pixels) {
            count[pixel & 0xff]++;
        }
        int low = quantile(count, pixels.length / 100);
        int high = Math.max(low + 1, quantile(count, pixels.length - pixels.length / 100 - 1));
        byte[] out = new byte[pixels.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.clamp(((pixels[i] & 0xff) - low) * 255L / (high - low), 0, 255);
        }
        return new Gray(width, height, out);
    }

    private static int quantile(int[] count, int rank) {
        int level = 0;
        for (int seen = count[0]; seen <= rank && level < 255; seen += count[level]) {
            level++;
        }
        return level;
    }

    private BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(pixels, 0, data(image), 0, pixels.length);
        return image;
    }

    private static Gray draw(BufferedImage image, int width, int height, AffineTransform transform) {
        BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = gray.createGraphics();
        try {
            // white also where the picture is transparent: a code lies on paper
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
        return new Gray(width, height, data(gray).clone());
    }

    private static byte[] data(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
