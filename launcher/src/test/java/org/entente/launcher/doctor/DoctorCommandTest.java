package org.entente.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.entente.launcher.doctor.Check.Probe;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void a_healthy_machine_exits_with_0() {
        assertThat(run(() -> new Verdict.Good("plenty"))).isZero();
        assertThat(out.toString())
                .contains("ok    thing     plenty")
                .contains("1 checks: 1 good, 0 to improve, 0 failed");
    }

    @Test
    void a_poor_one_still_exits_with_0_and_hears_the_remedy() {
        assertThat(run(() -> new Verdict.Poor("little", "Add some."))).isZero();
        assertThat(out.toString()).contains("warn  thing     little").contains("-> Add some.");
    }

    @Test
    void a_failed_check_exits_with_1_and_says_how_to_mend_it() {
        assertThat(run(() -> new Verdict.Bad("none", "Buy one."))).isEqualTo(1);
        assertThat(out.toString()).contains("FAIL  thing     none").contains("-> Buy one.");
    }

    @Test
    void a_check_that_breaks_is_a_failed_check() {
        assertThat(run(() -> {
                    throw new IOException("no such device");
                }))
                .isEqualTo(1);
        assertThat(out.toString()).contains("no such device");
    }

    @Test
    void json_says_the_same_to_scripts() {
        assertThat(run(() -> new Verdict.Bad("none", "Buy one."), "--json")).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.at("/healthy").booleanValue()).isFalse();
        assertThat(report.at("/checks/0/name").stringValue()).isEqualTo("thing");
        assertThat(report.at("/checks/0/status").stringValue()).isEqualTo("fail");
        assertThat(report.at("/checks/0/remedy").stringValue()).isEqualTo("Buy one.");
    }

    @Test
    void this_machine_which_runs_the_build_is_fit_for_it() {
        CommandLine doctor = new CommandLine(new DoctorCommand()).setOut(new PrintWriter(out, true));
        assertThat(doctor.execute()).as(out::toString).isZero();
        assertThat(out.toString()).contains("embedded PostgreSQL");
    }

    private int run(Probe probe, String... args) {
        return new CommandLine(new DoctorCommand(List.of(new Check("thing", probe))))
                .setOut(new PrintWriter(out, true))
                .execute(args);
    }
}
