package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody else's program, run to its end. */
class ToolTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private static Tool.Outcome shell(String script, Duration longest) {
        return Tool.run(List.of("sh", "-c", script), Map.of("WORD", "given"), longest);
    }

    @Test
    void gives_exit_code_and_both_streams() {
        Tool.Outcome outcome = shell("echo out; echo err >&2; exit 7", ENOUGH);
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.output()).contains("out").contains("err");
    }

    @Test
    void passes_the_environment_on_and_nothing_on_standard_input() {
        Tool.Outcome outcome = shell("echo $WORD; cat", ENOUGH);
        assertThat(outcome.isGood()).isTrue();
        assertThat(outcome.output()).isEqualTo("given\n");
    }

    @Test
    void takes_more_output_than_a_pipe_holds() {
        assertThat(shell("head -c 300000 /dev/zero | tr '\\0' x", ENOUGH).output())
                .hasSize(300_000);
    }

    @Test
    void ends_what_takes_too_long() {
        Tool.Outcome outcome = shell("echo begun; exec sleep 600", Duration.ofMillis(500));
        assertThat(outcome.code()).isEqualTo(-1);
        assertThat(outcome.isGood()).isFalse();
        assertThat(outcome.output()).isEqualTo("begun\n");
    }
}
