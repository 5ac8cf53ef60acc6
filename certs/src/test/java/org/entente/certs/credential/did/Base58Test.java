package org.entente.certs.credential.did;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Base58Test {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    @Test
    void writes_what_long_division_gives_and_reads_it_back_at_every_length_and_with_zeros_in_front() {
        Random random = new Random(58);
        for (int length = 0; length <= 140; length++) {
            for (int zeros = 0; zeros <= Math.min(length, 9); zeros++) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                java.util.Arrays.fill(bytes, 0, zeros, (byte) 0);
                String text = Base58.multibase(bytes);
                assertThat(text).isEqualTo(byLongDivision(bytes));
                if (length > 0) {
                    assertThat(Base58.parseMultibase(text))
                            .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
                }
            }
        }
    }

    @Test
    void writes_numbers_on_both_sides_of_a_step_of_five_digits() {
        for (int power : new int[] {1, 5, 6, 10, 15, 50}) {
            BigInteger edge = BigInteger.valueOf(58).pow(power);
            for (int offset = -1; offset <= 1; offset++) {
                byte[] bytes = edge.add(BigInteger.valueOf(offset)).toByteArray();
                assertThat(Base58.multibase(bytes)).isEqualTo(byLongDivision(bytes));
            }
        }
    }

    @Test
    void reads_no_other_characters() {
        for (String text : new String[] {"", "z", "1abc", "z0", "zO", "zI", "zl", "z+", "z\u00e9", "z\u4e2d", "Z1"}) {
            assertThat(Base58.parseMultibase(text)).as(text).isEmpty();
        }
    }

    private static String byLongDivision(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(58));
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(DIGITS.charAt(0));
        }
        return digits.append('z').reverse().toString();
    }
}
