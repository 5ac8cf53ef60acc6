package org.entente.paper.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;

/**
 * Reads the QR codes in a picture of a certificate, also one that is creased, turned, pale or noisy. It makes a fixed list
 * of attempts, the cheap ones first, and stops when one finds something and the next nothing more; so its work is bounded.
 */
public final class QrScanner {
    private static final int USUAL = 1_600;
    private static final int SMALL = 900;
    private static final int LARGE = 3_000;
    private static final int TINY = 700;
    /** Upright and nearly upright codes are found without turning; these make all angles nearly upright. */
    private static final List<Integer> TURNS = List.of(45, 22, 67);

    private static final Function<LuminanceSource, Binarizer> LOCAL = HybridBinarizer::new;
    private static final Function<LuminanceSource, Binarizer> GLOBAL = GlobalHistogramBinarizer::new;

    private QrScanner() {}

    /** One way to prepare a picture and to tell dark from light. */
    private record Attempt(Supplier<Gray> picture, Function<LuminanceSource, Binarizer> binarizer) {}

    /**
     * Reads a picture file.
     *
     * @param file PNG or JPEG, at most 20 MiB and 60 million pixels
     * @return the texts of all codes found, each once, at least one; or why there are none
     */
    public static Checked<List<String>> scan(byte[] file) {
        return switch (Pictures.read(file)) {
            case Checked.Rejected<BufferedImage> rejected -> new Checked.Rejected<>(rejected.findings());
            case Checked.Accepted<BufferedImage> accepted -> {
                List<String> texts = scan(accepted.value());
                yield texts.isEmpty()
                        ? new Checked.Rejected<>(List.of(Finding.of(PictureCode.PICTURE_WITHOUT_QR, "", "")))
                        : new Checked.Accepted<>(texts, List.of());
            }
        };
    }

    /**
     * Reads a picture in memory.
     *
     * @param image any kind
     * @return the texts of all codes found, each once; whatever anybody encoded, so nothing to be trusted
     */
    public static List<String> scan(BufferedImage image) {
        Set<String> texts = new LinkedHashSet<>();
        for (Attempt attempt : attempts(image).toList()) {
            boolean more = texts.addAll(Deciphering.read(attempt.picture().get(), attempt.binarizer()));
            if (!texts.isEmpty() && !more) {
                break;
            }
        }
        return List.copyOf(texts);
    }

    private static Stream<Attempt> attempts(BufferedImage image) {
        Gray usual = Gray.of(image, USUAL);
        Stream<Attempt> plain = Stream.of(
                new Attempt(() -> usual, LOCAL),
                new Attempt(() -> usual, GLOBAL),
                new Attempt(() -> Gray.of(image, SMALL), LOCAL),
                new Attempt(() -> Gray.of(image, LARGE), LOCAL),
                new Attempt(usual::median, LOCAL),
                new Attempt(() -> usual.mended(2), LOCAL),
                new Attempt(() -> usual.mended(4), LOCAL),
                new Attempt(usual::stretched, LOCAL),
                new Attempt(() -> usual.stretched().median(), GLOBAL));
        Stream<Attempt> turned = TURNS.stream()
                .flatMap(turn -> Stream.of(
                        new Attempt(() -> usual.turned(turn), LOCAL),
                        new Attempt(() -> usual.median().turned(turn), GLOBAL)));
        Stream<Attempt> enlarged = Math.max(usual.width(), usual.height()) <= TINY
                ? Stream.of(new Attempt(() -> usual.enlarged(2), LOCAL), new Attempt(() -> usual.enlarged(2), GLOBAL))
                : Stream.empty();
        return Stream.of(plain, enlarged, turned).flatMap(each -> each);
    }
}
