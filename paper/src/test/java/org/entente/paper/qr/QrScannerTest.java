package org.entente.paper.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrScannerTest {
    /** As long as a seal: version 10. */
    static final String TEXT = "ENT1:" + "A1B2C3D4E5 $%*+-./:".repeat(16).substring(0, 291);

    private static final BufferedImage PHOTO =
            Damage.photographed(QrCode.of(TEXT).image(10), 1_000, 1_000);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void reads_a_file(String format) {
        assertThat(QrScanner.scan(Damage.file(PHOTO, format)))
                .isEqualTo(new Checked.Accepted<>(List.of(TEXT), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 20, 30, 45, 60, 75, 90, 120, 135, 180, 200, 270, 315, 340})
    void reads_a_turned_code(int degrees) {
        BufferedImage wide = Damage.photographed(QrCode.of(TEXT).image(10), 1_100, 1_100);

        assertThat(QrScanner.scan(Damage.turned(wide, degrees))).containsExactly(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void reads_a_blurred_code(int radius) {
        assertThat(QrScanner.scan(Damage.blurred(PHOTO, radius))).containsExactly(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60})
    void reads_a_noisy_code(int amount) {
        assertThat(QrScanner.scan(Damage.noisy(PHOTO, amount, 5))).containsExactly(TEXT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.3, 0.8})
    void reads_a_creased_code(double slope) {
        assertThat(QrScanner.scan(Damage.creased(PHOTO, 14, slope))).containsExactly(TEXT);
    }

    @Test
    void reads_a_pale_code() {
        assertThat(QrScanner.scan(Damage.pale(PHOTO, 150, 190))).containsExactly(TEXT);
        assertThat(QrScanner.scan(Damage.pale(PHOTO, 20, 60))).containsExactly(TEXT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.15, 0.3})
    void reads_a_code_seen_from_the_side(double shorter) {
        assertThat(QrScanner.scan(Damage.tilted(PHOTO, shorter))).containsExactly(TEXT);
    }

    @Test
    void reads_a_code_that_is_creased_turned_blurred_pale_and_noisy_at_once() {
        BufferedImage wide = Damage.photographed(QrCode.of(TEXT).image(10), 1_100, 1_100);
        BufferedImage bad = Damage.noisy(
                Damage.pale(Damage.blurred(Damage.turned(Damage.creased(wide, 10, 0.1), 12), 2), 60, 200), 12, 9);

        assertThat(QrScanner.scan(Damage.file(bad, "jpeg")))
                .isEqualTo(new Checked.Accepted<>(List.of(TEXT), List.of()));
    }

    @Test
    void reads_a_small_code_and_one_in_a_large_picture() {
        assertThat(QrScanner.scan(QrCode.of(TEXT).image(2))).containsExactly(TEXT);
        assertThat(QrScanner.scan(Damage.photographed(QrCode.of(TEXT).image(8), 4_000, 3_000)))
                .containsExactly(TEXT);
    }

    @Test
    void reads_two_codes_side_by_side() {
        String link =
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#" + "A".repeat(43) + "." + "B".repeat(43);
        BufferedImage both = Damage.photographed(QrCode.of(TEXT).image(6), 1_600, 900);
        both.createGraphics().drawImage(QrCode.of(link).image(6), 40, 40, null);

        assertThat(QrScanner.scan(both)).containsExactlyInAnyOrder(TEXT, link);
    }

    @Test
    void says_that_nothing_is_there() {
        BufferedImage blank = Damage.photographed(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 800, 600);

        assertCode(Damage.file(blank, "png"), PictureCode.PICTURE_WITHOUT_QR);
        assertCode(Damage.file(Damage.noisy(blank, 90, 3), "png"), PictureCode.PICTURE_WITHOUT_QR);
        assertCode(
                Damage.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png"),
                PictureCode.PICTURE_WITHOUT_QR);
    }

    @Test
    void refuses_other_files() {
        assertCode(new byte[0], PictureCode.PICTURE_TYPE_UNKNOWN);
        assertCode("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), PictureCode.PICTURE_TYPE_UNKNOWN);
        assertCode(Damage.file(PHOTO, "gif"), PictureCode.PICTURE_TYPE_UNKNOWN);
        assertCode(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}, PictureCode.PICTURE_MALFORMED);
        assertCode(new byte[Pictures.MAX_BYTES + 1], PictureCode.PICTURE_TOO_LARGE);
        assertCode(new byte[Pictures.MAX_BYTES], PictureCode.PICTURE_TYPE_UNKNOWN);
    }

    @Test
    void does_not_decode_a_picture_that_claims_too_many_pixels() {
        byte[] png = Damage.file(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png");

        assertCode(PngHeader.claiming(png, 7_746, 7_746), PictureCode.PICTURE_TOO_LARGE);
        assertCode(PngHeader.claiming(png, Integer.MAX_VALUE, Integer.MAX_VALUE), PictureCode.PICTURE_TOO_LARGE);
        assertThat(QrScanner.scan(PngHeader.claiming(png, 7_745, 1))).isInstanceOf(Checked.Rejected.class);
    }

    @Test
    void gives_up_a_picture_full_of_corners_instead_of_comparing_all_of_them() {
        BufferedImage full = new BufferedImage(1_600, 1_600, BufferedImage.TYPE_INT_RGB);
        BufferedImage corner = QrCode.of("A").image(3).getSubimage(12, 12, 21, 21);
        for (int y = 0; y < 1_570; y += 30) {
            for (int x = 0; x < 1_570; x += 30) {
                full.createGraphics().drawImage(corner, x, y, null);
            }
        }
        long before = System.nanoTime();

        assertThat(QrScanner.scan(full)).isEmpty();
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
    }

    @Test
    void survives_damaged_files() {
        Random random = new Random(18_004);
        for (String format : List.of("png", "jpeg")) {
            byte[] file = Damage.file(QrCode.of("SMALL").image(3), format);
            for (int i = 0; i < 150; i++) {
                byte[] damaged = file.clone();
                for (int j = random.nextInt(6); j >= 0; j--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(QrScanner.scan(damaged)).isNotNull();
            }
        }
    }

    private static void assertCode(byte[] file, PictureCode code) {
        assertThat(QrScanner.scan(file))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(((Finding) rejected.findings().getFirst()).code())
                                .isEqualTo(code));
    }
}
