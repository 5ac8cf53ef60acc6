package org.entente.launcher.bench.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.entente.launcher.Main;
import org.entente.launcher.bench.report.BenchMachine;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every row is there, and every certificate of the bench is issued and found valid; figures depend on the machine. */
final class CredentialBenchTest {
    @Test
    void puts_issue_and_check_of_every_form_beside_the_bare_signature_of_its_provider() {
        List<String> lines = new ArrayList<>();
        Report report = new Report(CredentialCommand.TITLE, BenchMachine.look(), lines::add);

        new CredentialBench(EnumSet.allOf(SecuredForm.class), Duration.ofMillis(50), report).run();

        assertThat(report.sections())
                .extracting(Section::key)
                .containsExactly("vc_jwt", "ecdsa_jcs_2019", "eddsa_jcs_2022", "seal", "goals");
        assertThat(report.sections().subList(0, 4))
                .allSatisfy(section -> assertThat(section.rows()).hasSize(6))
                .allSatisfy(section -> assertThat(section.title()).containsAnyOf("AmazonCorretto", "BC"));
        assertThat(report.sections().getLast().rows())
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.getLast().text()).endsWith("MET"));
    }

    @Test
    void refuses_a_length_that_is_none() {
        CommandLine entente = Main.commandLine();
        StringWriter err = new StringWriter();
        entente.setErr(new PrintWriter(err));
        assertThat(entente.execute("bench", "credential", "--seconds", "601")).isEqualTo(2);
        assertThat(err.toString()).contains("--seconds is 1 to 600");
    }
}
