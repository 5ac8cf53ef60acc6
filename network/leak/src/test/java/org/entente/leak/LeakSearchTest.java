package org.entente.leak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search that finds nothing proves something only if it would have found what is there. */
class LeakSearchTest {
    private static final String VALUE = "certificate?>~ 0455871";

    @TempDir
    Path folder;

    private static LeakSearch search() {
        return new LeakSearch(List.of("another value", VALUE));
    }

    private static List<Leak> in(byte[] hay) {
        return search().bytes("hay", hay).leaks();
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void finds_every_spelling_amid_other_bytes(Spelling spelling) {
        byte[] needle = spelling.of(VALUE.getBytes(UTF_8));
        byte[] hay = noise(10_000);
        System.arraycopy(needle, 0, hay, 7_777, needle.length);

        assertThat(in(hay)).containsExactly(new Leak("hay", VALUE, spelling, 7_777));
    }

    @Test
    void finds_base64_of_a_longer_text_at_every_alignment_and_in_both_alphabets() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VALUE.getBytes(UTF_8));
        for (int before = 0; before < 12; before++) {
            String prefix = "{\"number\":\"".substring(0, Math.min(before, 11));
            byte[] text = (prefix + VALUE + "\",\"x\":1}").getBytes(UTF_8);
            byte[] hashed = (prefix + new String(hash, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

            assertThat(in(Base64.getEncoder().encode(text))).hasSize(1);
            assertThat(in(Base64.getUrlEncoder().encode(text))).hasSize(1);
            assertThat(in(Base64.getEncoder().encode(hashed))).hasSize(1);
        }
    }

    @Test
    void finds_a_value_at_the_very_start_and_end() {
        assertThat(in(VALUE.getBytes(UTF_8))).hasSize(1);
        assertThat(in(VALUE.substring(1).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void finds_a_value_in_a_files_content_and_in_its_name() throws IOException {
        Files.createDirectory(folder.resolve("deeper"));
        Files.write(folder.resolve("deeper").resolve("content"), (VALUE + "!").getBytes(UTF_8));
        Files.write(folder.resolve("another value"), new byte[] {1});

        assertThat(search().files(folder).leaks())
                .extracting(Leak::value)
                .containsExactlyInAnyOrder(VALUE, "another value");
    }

    @Test
    void does_not_pass_over_a_place_that_is_not_there() {
        assertThatThrownBy(() -> search().files(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void finds_nothing_in_noise_and_counts_what_it_searched() {
        LeakSearch search = search().bytes("one", noise(100_000)).bytes("other", noise(5));

        assertThat(search.leaks()).isEmpty();
        assertThat(search.searchedBytes()).isEqualTo(100_005);
        assertThat(search.searchedPlaces()).isEqualTo(2);
        assertThat(search.patterns()).isGreaterThanOrEqualTo(2 * Spelling.values().length);
    }

    @Test
    void refuses_values_that_would_be_found_everywhere() {
        assertThatThrownBy(() -> new LeakSearch(List.of("1234567"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new LeakSearch(List.of("12345678")).patterns()).isPositive();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
