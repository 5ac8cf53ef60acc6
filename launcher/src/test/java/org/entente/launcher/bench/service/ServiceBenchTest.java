package org.entente.launcher.bench.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.entente.launcher.Main;
import org.entente.launcher.bench.report.BenchMachine;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every call is answered as the bench expects, by services that really run; figures depend on the machine. */
final class ServiceBenchTest {
    @Test
    void measures_every_call_at_an_administration_that_holds_a_partner_s_certificates() throws Exception {
        Report report = new Report(ServiceCommand.TITLE, BenchMachine.look(), line -> {});

        new ServiceBench(2, List.of(1), Duration.ofMillis(300), EnumSet.allOf(Call.class), report).run();

        Section table = report.sections().getFirst();
        assertThat(report.sections()).hasSize(1);
        assertThat(table.key()).isEqualTo("api");
        assertThat(table.rows())
                .extracting(row -> row.getFirst().text())
                .containsExactlyElementsOf(
                        Stream.of(Call.values()).map(Call::words).toList());
        assertThat(table.rows()).extracting(row -> row.get(1)).containsOnly(Cell.count(1));
    }

    @Test
    void refuses_a_length_that_is_none() {
        CommandLine entente = Main.commandLine();
        for (String length : List.of("0", "601")) {
            StringWriter err = new StringWriter();
            entente.setErr(new PrintWriter(err));
            assertThat(entente.execute("bench", "api", "--seconds", length)).isEqualTo(2);
            assertThat(err.toString()).contains("--seconds is 1 to 600");
        }
    }
}
