package org.entente.paper.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.model.finding.Checked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many of seeded, differently damaged codes are read, as picture files; never another text than was printed. */
class QrScannerRatesTest {
    private static final int TRIES = 12;

    /** 48 mm on the certificate, at 200 dpi, for pictures of 10 pixels a module. */
    private static final double FAX = 0.58;

    private static final BufferedImage PHOTO =
            Damage.photographed(QrCode.of(QrScannerTest.TEXT).image(10), 1_100, 1_100);

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("any angle", 12, random -> Damage.turned(PHOTO, random.nextDouble() * 360)),
                damage("from the side", 12, random -> Damage.tilted(PHOTO, random.nextDouble() * 0.35)),
                damage(
                        "from the side, at any angle",
                        11,
                        random -> Damage.turned(
                                Damage.tilted(PHOTO, random.nextDouble() * 0.25), random.nextDouble() * 360)),
                damage(
                        "creased, soiled in the fold",
                        11,
                        random -> Damage.soiled(PHOTO, 4 + random.nextInt(10), random.nextDouble() * 1.2 - 0.6)),
                damage(
                        "creased, the ink broken off",
                        11,
                        random -> Damage.creased(PHOTO, 4 + random.nextInt(14), random.nextDouble() * 1.2 - 0.6)),
                damage(
                        "little toner",
                        10,
                        random -> Damage.starved(PHOTO, 3, 150, 6 + random.nextInt(3), random.nextLong())),
                damage(
                        "blurred and noisy",
                        12,
                        random -> Damage.noisy(
                                Damage.blurred(PHOTO, 1 + random.nextInt(4)), random.nextInt(40), random.nextLong())),
                damage("pale", 12, random -> Damage.pale(PHOTO, 90 + random.nextInt(60), 180 + random.nextInt(60))),
                damage(
                        "fax or text scan of 200 dpi, askew",
                        11,
                        random -> Damage.faxed(Damage.turned(PHOTO, random.nextDouble() * 8 - 4), FAX)),
                damage("stamped on within what is corrected", 11, random -> {
                    int side = 60 + random.nextInt(60);
                    return Damage.covered(PHOTO, 480 + random.nextInt(150), 480 + random.nextInt(150), side);
                }),
                damage("covered beyond what is corrected", 0, random -> Damage.covered(PHOTO, 400, 400, 400)));
    }

    private static Arguments damage(String words, int atLeast, Function<Random, BufferedImage> how) {
        return Arguments.of(words, atLeast, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void reads_most_of_the_damaged_and_never_misreads(String words, int atLeast, Function<Random, BufferedImage> how) {
        List<Integer> unread = new ArrayList<>();
        for (int seed = 0; seed < TRIES; seed++) {
            List<String> texts = switch (QrScanner.scan(file(how.apply(new Random(seed)), seed))) {
                case Checked.Accepted<List<String>>(var read, var remarks) -> read;
                case Checked.Rejected<List<String>> none -> List.of();
            };
            assertThat(texts).as(words + ", seed " + seed).isSubsetOf(QrScannerTest.TEXT);
            if (texts.isEmpty()) {
                unread.add(seed);
            }
        }
        assertThat(TRIES - unread.size()).as(words + ": unread " + unread).isGreaterThanOrEqualTo(atLeast);
    }

    private static byte[] file(BufferedImage damaged, int seed) {
        boolean jpeg = seed % 2 == 0 && damaged.getType() != BufferedImage.TYPE_BYTE_BINARY;
        return Damage.file(damaged, jpeg ? "jpeg" : "png");
    }
}
