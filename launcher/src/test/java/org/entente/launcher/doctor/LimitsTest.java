package org.entente.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.launcher.doctor.Verdict.Bad;
import org.entente.launcher.doctor.Verdict.Good;
import org.entente.launcher.doctor.Verdict.Poor;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final Path HERE = Path.of("here");

    @Test
    void a_jdk_25_with_compiler_is_needed() {
        assertThat(Limits.java(25, true, "x")).isInstanceOf(Good.class);
        assertThat(Limits.java(26, true, "x")).isInstanceOf(Good.class);
        assertThat(Limits.java(24, true, "x")).isInstanceOf(Bad.class);
        assertThat(Limits.java(25, false, "x")).isInstanceOf(Bad.class);
    }

    @Test
    void memory_below_2_gib_fails_and_below_4_warns() {
        assertThat(Limits.memory(2 * Limits.GIB - 1, 2)).isInstanceOf(Bad.class);
        assertThat(Limits.memory(2 * Limits.GIB, 2)).isInstanceOf(Poor.class);
        assertThat(Limits.memory(4 * Limits.GIB - 1, 2)).isInstanceOf(Poor.class);
        assertThat(Limits.memory(4 * Limits.GIB, 2)).isInstanceOf(Good.class);
    }

    @Test
    void disk_below_1_gib_fails_and_below_3_warns() {
        assertThat(Limits.disk(Limits.GIB - 1, HERE)).isInstanceOf(Bad.class);
        assertThat(Limits.disk(Limits.GIB, HERE)).isInstanceOf(Poor.class);
        assertThat(Limits.disk(3 * Limits.GIB, HERE)).isInstanceOf(Good.class);
    }

    @Test
    void a_clock_from_before_the_first_commit_is_wrong() {
        assertThat(Limits.clock(Limits.FIRST_COMMIT.minusMillis(1), Duration.ZERO))
                .isInstanceOf(Bad.class);
        assertThat(Limits.clock(Limits.FIRST_COMMIT, Duration.ZERO)).isInstanceOf(Good.class);
        assertThat(Limits.clock(Instant.parse("2100-01-01T00:00:01Z"), Duration.ZERO))
                .isInstanceOf(Bad.class);
    }

    @Test
    void a_file_system_with_another_time_is_told() {
        assertThat(Limits.clock(NOW, Duration.ofSeconds(3))).isInstanceOf(Good.class);
        assertThat(Limits.clock(NOW, Duration.ofMillis(3_001))).isInstanceOf(Poor.class);
        assertThat(Limits.clock(NOW, Duration.ofMillis(-3_001))).isInstanceOf(Poor.class);
    }

    @Test
    void text_must_be_utf_8_and_file_names_should_be() {
        assertThat(Limits.encoding("UTF-8", "UTF-8")).isInstanceOf(Good.class);
        assertThat(Limits.encoding("UTF-8", "ANSI_X3.4-1968")).isInstanceOf(Poor.class);
        assertThat(Limits.encoding("windows-1252", "UTF-8")).isInstanceOf(Bad.class);
    }

    @Test
    void a_ledger_below_1_gib_fails_and_below_10_warns() {
        assertThat(Limits.storage(Limits.GIB - 1, HERE)).isInstanceOf(Bad.class);
        assertThat(Limits.storage(Limits.GIB, HERE)).isInstanceOf(Poor.class);
        assertThat(Limits.storage(10 * Limits.GIB, HERE)).isInstanceOf(Good.class);
    }

    @Test
    void a_clock_that_no_time_server_keeps_or_that_nobody_knows_of_is_told() {
        assertThat(Limits.ntp("yes")).isInstanceOf(Good.class);
        assertThat(Limits.ntp("no")).isInstanceOf(Poor.class);
        assertThat(Limits.ntp("")).isInstanceOf(Poor.class);
    }

    @Test
    void a_key_of_which_nobody_knows_who_may_read_it_is_told() {
        assertThat(Limits.secrets(new NetworkSecrets.Keys(2, List.of(), List.of())))
                .isInstanceOf(Good.class);
        assertThat(Limits.secrets(new NetworkSecrets.Keys(2, List.of(), List.of("a"))))
                .isInstanceOf(Poor.class);
        assertThat(Limits.secrets(new NetworkSecrets.Keys(2, List.of("b"), List.of("a"))))
                .isInstanceOf(Bad.class);
    }
}
