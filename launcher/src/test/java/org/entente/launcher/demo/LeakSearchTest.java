package org.entente.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds nothing proves something only if it would have found what is there. */
final class LeakSearchTest {
    private static final String SECRET = "Malting barley in bulk, crop 2025";
    private static final byte[] UTF8 = SECRET.getBytes(StandardCharsets.UTF_8);

    static Stream<List<Object>> planted() {
        byte[] hash = Digest.of(UTF8).raw();
        return Stream.of(
                List.of("UTF-8", UTF8),
                List.of("UTF-16LE", SECRET.getBytes(StandardCharsets.UTF_16LE)),
                List.of("hex", ascii(HexFormat.of().formatHex(UTF8))),
                List.of("HEX", ascii(HexFormat.of().withUpperCase().formatHex(UTF8))),
                List.of("SHA-256", hash),
                List.of("SHA-256 hex", ascii(HexFormat.of().formatHex(hash))),
                List.of("SHA-256 base64", Base64.getEncoder().encode(hash)),
                List.of("base64", Base64.getEncoder().encode(UTF8)),
                List.of("base64", Base64.getEncoder().encode(("x" + SECRET + "y").getBytes(StandardCharsets.UTF_8))),
                List.of("base64", Base64.getEncoder().encode(("xy" + SECRET + "z").getBytes(StandardCharsets.UTF_8))),
                List.of("base64url", Base64.getUrlEncoder().withoutPadding().encode(UTF8)));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void finds_a_planted_leak_in_every_encoding(List<Object> leak) throws Exception {
        byte[] hay = noise(5_000, 7);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(hay);
        all.write((byte[]) leak.get(1));
        all.write(hay);

        LeakSearch search = new LeakSearch(new Needles(Set.of(SECRET))).search(all.toByteArray(), "file");

        assertThat(search.hits().keySet()).anyMatch(hit -> hit.startsWith(leak.get(0) + " of"));
    }

    @Test
    void finds_nothing_in_noise_and_counts_what_it_searched() {
        LeakSearch search = new LeakSearch(new Needles(Set.of(SECRET))).search(noise(100_000, 11), "file");

        assertThat(search.hits()).isEmpty();
        assertThat(search.bytes()).isEqualTo(100_000);
        assertThat(search.places()).isEqualTo(1);
    }

    @Test
    void does_not_search_texts_that_stand_everywhere_by_chance() {
        assertThat(new Needles(Set.of("AU", "100", "1234567")).texts()).isZero();
        assertThat(new Needles(Set.of("12345678")).texts()).isOne();
    }

    private static byte[] noise(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
