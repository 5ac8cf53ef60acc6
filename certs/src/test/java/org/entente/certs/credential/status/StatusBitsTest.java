package org.entente.certs.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.entente.certs.key.Mutation;
import org.entente.model.finding.Findings;
import org.junit.jupiter.api.Test;

class StatusBitsTest {
    /** Bitstring Status List 1.0, example in 2.2: 16 KiB of zeros. */
    private static final String EXAMPLE = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    /** As an independent implementation writes 100,000 bits of which number 50,000 is set. */
    private static final String FIFTY_THOUSANDTH =
            "uH4sIAAAAAAAAA-3OMQ0AAAgDsElHOh72EJJWQRMAAAAAAIDWXAcAAAAAAIDHFvRitn7UMAAA";

    @Test
    void reads_the_example_of_the_recommendation() {
        StatusBits bits = new StatusBits(decode(EXAMPLE));

        assertThat(bits.entries()).isEqualTo(131_072);
        for (int index = 0; index < bits.entries(); index++) {
            assertThat(bits.isSet(index)).isFalse();
        }
    }

    @Test
    void counts_from_the_left_like_an_independent_implementation() {
        StatusBits bits = new StatusBits(decode(FIFTY_THOUSANDTH));

        assertThat(bits.entries()).isEqualTo(100_000);
        assertThat(bits.isSet(49_999)).isFalse();
        assertThat(bits.isSet(50_000)).isTrue();
        assertThat(bits.isSet(50_001)).isFalse();
    }

    @Test
    void sets_the_first_bit_left_most_and_the_last_right_most() {
        byte[] bytes = decode(StatusBits.of(131_072, Set.of(0, 131_071)).encoded());

        assertThat(bytes).hasSize(16_384);
        assertThat(bytes[0]).isEqualTo((byte) 0x80);
        assertThat(bytes[16_383]).isEqualTo((byte) 0x01);
    }

    @Test
    void is_the_same_after_encoding_and_decoding() {
        Random random = new Random(7);
        for (int entries : new int[] {131_072, 131_080, 1 << 20}) {
            Set<Integer> set =
                    Set.copyOf(random.ints(500, 0, entries).boxed().distinct().toList());
            StatusBits bits = StatusBits.of(entries, set);

            StatusBits read = new StatusBits(decode(bits.encoded()));

            assertThat(read).isEqualTo(bits).hasSameHashCodeAs(bits);
            for (int index = 0; index < entries; index++) {
                assertThat(read.isSet(index)).isEqualTo(set.contains(index));
            }
        }
    }

    @Test
    void refuses_sizes_and_indices_outside_the_limits() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.of(131_064, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.of(131_073, Set.of()));
        assertThat(StatusBits.of(1 << 24, Set.of((1 << 24) - 1)).isSet((1 << 24) - 1))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.of((1 << 24) + 8, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.of(131_072, Set.of(131_072)));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.of(131_072, Set.of(-1)));
        assertThatThrownBy(() -> StatusBits.of(131_072, Set.of()).isSet(131_072))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void reads_the_longest_list_and_no_longer_one() {
        assertThat(decode(gzipOfZeros(StatusBits.MAX_ENTRIES / 8))).hasSize(StatusBits.MAX_ENTRIES / 8);
        assertRefused(gzipOfZeros(StatusBits.MAX_ENTRIES / 8 + 1), StatusCode.STATUS_LIST_TOO_LARGE);
    }

    @Test
    void does_not_expand_a_bomb() {
        String bomb = gzipOfZeros(1 << 30);

        assertThat(bomb.length()).as("1 GiB in few characters").isLessThan(StatusEncoding.MAX_TEXT);
        assertRefused(bomb, StatusCode.STATUS_LIST_TOO_LARGE);
    }

    @Test
    void refuses_a_text_longer_than_incompressible_bits_need() {
        byte[] noise = new byte[StatusBits.MAX_ENTRIES / 8];
        new Random(1).nextBytes(noise);

        assertThat(decode(StatusEncoding.encode(noise))).isEqualTo(noise);
        assertRefused("u" + "A".repeat(StatusEncoding.MAX_TEXT), StatusCode.STATUS_LIST_TOO_LARGE);
    }

    @Test
    void refuses_other_encodings() {
        String body = EXAMPLE.substring(1);
        assertRefused("", StatusCode.STATUS_LIST_MALFORMED);
        assertRefused("u", StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(body, StatusCode.STATUS_LIST_MALFORMED);
        assertRefused("z" + body, StatusCode.STATUS_LIST_MALFORMED);
        assertRefused("m" + body.replace('-', '+').replace('_', '/'), StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(EXAMPLE + "=", StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(EXAMPLE + " ", StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(EXAMPLE.substring(0, EXAMPLE.length() - 2), StatusCode.STATUS_LIST_MALFORMED);
        assertRefused("uAAAA", StatusCode.STATUS_LIST_MALFORMED);
        // the last character carries two spare bits: any other spelling of them is refused
        assertRefused(
                FIFTY_THOUSANDTH.substring(0, FIFTY_THOUSANDTH.length() - 1) + "B", StatusCode.STATUS_LIST_MALFORMED);
    }

    @Test
    void survives_mutated_lists_within_the_limit() {
        Random random = new Random(20_250_515);
        byte[] compressed = Base64.getUrlDecoder().decode(EXAMPLE.substring(1));
        for (int i = 0; i < 3_000; i++) {
            String text = "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(Mutation.of(compressed, random));
            Findings findings = new Findings();
            byte[] bits = StatusEncoding.decode(text, "/encodedList", findings);
            assertThat(bits.length).isLessThanOrEqualTo(StatusBits.MAX_ENTRIES / 8);
        }
    }

    private static byte[] decode(String text) {
        Findings findings = new Findings();
        byte[] bits = StatusEncoding.decode(text, "", findings);
        assertThat(findings.all()).isEmpty();
        return bits;
    }

    private static void assertRefused(String text, StatusCode code) {
        Findings findings = new Findings();
        assertThat(StatusEncoding.decode(text, "/encodedList", findings)).isEmpty();
        assertThat(findings.all()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo("/encodedList");
        });
    }

    private static String gzipOfZeros(int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int left = length; left > 0; left -= block.length) {
                gzip.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }
}
