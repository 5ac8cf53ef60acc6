package org.entente.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.Main;
import org.entente.launcher.bench.report.BenchMachine;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every row is there; what it says is not tested, for figures depend on the machine. */
final class LedgerBenchTest {
    @Test
    void prints_every_table_with_every_row_and_the_goals_beside_them() throws Exception {
        List<String> lines = new ArrayList<>();
        Report report = new Report(LedgerCommand.TITLE, BenchMachine.look(), lines::add);

        new LedgerBench(BenchPlan.shortest(), report).run();

        assertThat(report.sections())
                .extracting(Section::key)
                .containsExactly("raw", "load", "plain", "ratios", "batchSize", "costs", "fold", "goals");
        assertThat(report.sections())
                .extracting(section -> section.rows().size())
                .containsExactly(4, 8, 2, 5, 2, 4, 3, 5);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("machine: ").contains("cores", "JDK"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("no consensus"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("Not measured: consensus"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("only 2,000 statements, not a million"));
        JsonNode json = JsonMapper.builder().build().readTree(report.json());
        assertThat(json.path("machine").path("cores").asInt()).isPositive();
        assertThat(json.path("load").path("rows").size()).isEqualTo(8);
        assertThat(json.path("goals").path("rows").path(0).path(3).asString()).endsWith("MET");
    }

    @Test
    void refuses_a_length_that_is_none() {
        CommandLine entente = Main.commandLine();
        StringWriter err = new StringWriter();
        entente.setErr(new PrintWriter(err));
        assertThat(entente.execute("bench", "ledger", "--seconds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds is 1 to 600");
    }
}
