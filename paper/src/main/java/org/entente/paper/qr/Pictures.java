package org.entente.paper.qr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;

/** Reads PNG and JPEG files that anybody sent: what they claim is looked at before anything is decoded. */
public final class Pictures {
    /** The longest file. */
    public static final int MAX_BYTES = 20 << 20;

    /** The most pixels. */
    public static final long MAX_PIXELS = 60_000_000;

    /** A larger picture is read with every second, third, ... pixel only. */
    private static final long ENOUGH_PIXELS = 12_000_000;

    private Pictures() {}

    /**
     * Reads a picture.
     *
     * @param bytes PNG or JPEG
     * @return the picture, made smaller where it has far more pixels than a code needs; or why it is not read
     */
    public static Checked<BufferedImage> read(byte[] bytes) {
        return reading(bytes, Pictures::decode);
    }

    /**
     * Whether a picture keeps the limits; nothing of it is decoded but its header.
     *
     * @param bytes PNG or JPEG
     * @return false for everything that {@link #read} would refuse without decoding it
     */
    public static boolean isWithinLimits(byte[] bytes) {
        return reading(bytes, Pictures::size) instanceof Checked.Accepted;
    }

    private static <T> Checked<T> reading(byte[] bytes, Decoder<T> decoder) {
        if (bytes.length > MAX_BYTES) {
            return rejected(PictureCode.PICTURE_TOO_LARGE, bytes.length + " bytes");
        }
        Optional<String> format = format(bytes);
        if (format.isEmpty()) {
            return rejected(PictureCode.PICTURE_TYPE_UNKNOWN, "");
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.get());
        if (!readers.hasNext()) {
            throw new IllegalStateException("every JDK reads " + format.get());
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // metadata is left alone: it may be compressed and expand without bounds
            reader.setInput(in, true, true);
            return decoder.decode(reader);
        } catch (IOException | RuntimeException e) {
            // the JDK's readers answer damage with many kinds of unchecked exceptions
            return rejected(PictureCode.PICTURE_MALFORMED, "");
        } finally {
            reader.dispose();
        }
    }

    /** What is done with a reader whose input is set. */
    private interface Decoder<T> {
        Checked<T> decode(ImageReader reader) throws IOException;
    }

    private static Checked<Long> size(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels <= MAX_PIXELS
                ? new Checked.Accepted<>(pixels, List.of())
                : rejected(PictureCode.PICTURE_TOO_LARGE, reader.getWidth(0) + " x " + reader.getHeight(0));
    }

    private static Checked<BufferedImage> decode(ImageReader reader) throws IOException {
        return switch (size(reader)) {
            case Checked.Rejected<Long> rejected -> new Checked.Rejected<>(rejected.findings());
            case Checked.Accepted<Long> pixels -> decode(reader, pixels.value());
        };
    }

    private static Checked<BufferedImage> decode(ImageReader reader, long pixels) throws IOException {
        int step = 1;
        while (pixels / step / step > ENOUGH_PIXELS) {
            step++;
        }
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return new Checked.Accepted<>(reader.read(0, every), List.of());
    }

    private static Optional<String> format(byte[] bytes) {
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of("png");
        }
        return startsWith(bytes, 0xff, 0xd8, 0xff) ? Optional.of("jpeg") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static <T> Checked<T> rejected(PictureCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
