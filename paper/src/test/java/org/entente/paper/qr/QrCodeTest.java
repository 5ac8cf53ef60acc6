package org.entente.paper.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    @Test
    void holds_a_seal_in_version_10_and_one_character_more_in_11() {
        assertThat(QrCode.of("A".repeat(311)).version()).isEqualTo(10);
        assertThat(QrCode.of("A".repeat(312)).version()).isEqualTo(11);
        assertThat(QrCode.of("a".repeat(152)).version()).as("byte mode").isEqualTo(8);
        assertThat(QrCode.of("A".repeat(311)).side()).isEqualTo(57);
    }

    @Test
    void draws_with_a_quiet_zone() throws IOException {
        QrCode code = QrCode.of("A");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(5)));

        assertThat(image.getWidth()).isEqualTo(29 * 5);
        assertThat(image.getRGB(19, 19)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(20, 20)).isEqualTo(0xff000000);
        assertThat(QrScanner.scan(image)).containsExactly("A");
    }

    @Test
    void draws_the_same_modules_as_svg() {
        QrCode code = QrCode.of("SEAL");
        String svg = code.svg("Seal of <1> & 2");
        BufferedImage drawn = new BufferedImage(29, 29, BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().fillRect(0, 0, 29, 29);
        for (MatchResult run : Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
                .matcher(svg)
                .results()
                .toList()) {
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn.setRGB(Integer.parseInt(run.group(1)) + i, Integer.parseInt(run.group(2)), 0);
            }
        }

        assertThat(svg).contains("<title>Seal of &lt;1&gt; &amp; 2</title>").doesNotContain("script", "href");
        BufferedImage image = code.image(1);
        for (int y = 0; y < 29; y++) {
            for (int x = 0; x < 29; x++) {
                assertThat(drawn.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "é", "\n", "\u007f", "\u4e2d"})
    void refuses_other_characters(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of(text));
    }

    @Test
    void refuses_more_than_the_largest_version_holds_and_other_sizes() {
        assertThat(QrCode.of("A".repeat(3_391)).version()).isEqualTo(40);
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("A".repeat(3_392)));
        for (int pixels : List.of(0, 65)) {
            assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("A").image(pixels));
        }
    }
}
