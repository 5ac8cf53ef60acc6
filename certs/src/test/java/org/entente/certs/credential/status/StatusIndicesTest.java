package org.entente.certs.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StatusIndicesTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void gives_every_index_once_and_then_none() {
        BitSet taken = new BitSet();
        for (int i = 0; i < 1_000; i++) {
            int index = StatusIndices.draw(1_000, taken, random).orElseThrow();
            assertThat(taken.get(index)).isFalse();
            assertThat(index).isBetween(0, 999);
            taken.set(index);
        }

        assertThat(StatusIndices.draw(1_000, taken, random)).isEmpty();
    }

    @Test
    void finds_the_only_free_index_at_either_end() {
        for (int free : new int[] {0, 131_071}) {
            BitSet taken = new BitSet();
            taken.set(0, 131_072);
            taken.clear(free);
            assertThat(StatusIndices.draw(131_072, taken, random)).isEqualTo(OptionalInt.of(free));
        }
    }

    @Test
    void does_not_count_indices_beyond_the_list() {
        BitSet taken = new BitSet();
        taken.set(131_072, 200_000);

        assertThat(StatusIndices.draw(131_072, taken, random)).isPresent();
    }

    @Test
    void draws_from_the_whole_list_in_no_order() {
        BitSet taken = new BitSet();
        int[] eighths = new int[8];
        int rises = 0;
        int before = 0;
        for (int i = 0; i < 800; i++) {
            int index = StatusIndices.draw(131_072, taken, random).orElseThrow();
            taken.set(index);
            eighths[index / 16_384]++;
            rises += index > before ? 1 : 0;
            before = index;
        }

        // 100 expected in each eighth, standard deviation below 10: eight of them are beyond chance
        for (int count : eighths) {
            assertThat(count).isBetween(20, 180);
        }
        assertThat(rises).isBetween(250, 550);
    }
}
