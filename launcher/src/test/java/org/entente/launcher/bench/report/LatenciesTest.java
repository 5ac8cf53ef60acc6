package org.entente.launcher.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LatenciesTest {
    @Test
    void gives_the_nearest_rank_of_a_thousand_known_times_in_any_order() {
        Latencies latencies = new Latencies();
        // 7 has no divisor in common with 1000, so this visits 1 to 1000 once each, well mixed.
        LongStream.rangeClosed(1, 1_000).forEach(i -> latencies.add(i * 7 % 1_000 + 1));

        assertThat(latencies.median()).isEqualTo(500);
        assertThat(latencies.p99()).isEqualTo(990);
        assertThat(latencies.percentile(1)).isEqualTo(10);
        assertThat(latencies.percentile(100)).isEqualTo(1_000);
    }

    @Test
    void gives_times_that_were_measured_and_none_in_between() {
        Latencies latencies = new Latencies();
        latencies.add(10);
        latencies.add(1_000);

        assertThat(latencies.median()).isEqualTo(10);
        assertThat(latencies.percentile(51)).isEqualTo(1_000);
    }

    @Test
    void holds_the_one_of_a_hundred_that_was_slow() {
        Latencies latencies = new Latencies();
        LongStream.range(0, 98).forEach(i -> latencies.add(1));
        latencies.add(50);
        latencies.add(90);

        assertThat(latencies.p99()).isEqualTo(50);
        assertThat(latencies.percentile(98)).isEqualTo(1);
    }

    @Test
    void of_one_time_everything_is_that_time_and_of_none_it_is_zero() {
        Latencies latencies = new Latencies();
        assertThat(latencies.p99()).isZero();
        latencies.add(42);
        assertThat(latencies.median()).isEqualTo(42);
        assertThat(latencies.p99()).isEqualTo(42);
        assertThat(latencies.count()).isEqualTo(1);
    }

    @Test
    void keeps_more_than_it_first_had_room_for() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 5_000).forEach(latencies::add);

        assertThat(latencies.count()).isEqualTo(5_000);
        assertThat(latencies.median()).isEqualTo(2_500);
    }

    @Test
    void refuses_a_negative_time_and_a_percentage_that_is_none() {
        Latencies latencies = new Latencies();
        assertThatThrownBy(() -> latencies.add(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> latencies.percentile(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> latencies.percentile(101)).isInstanceOf(IllegalArgumentException.class);
    }
}
