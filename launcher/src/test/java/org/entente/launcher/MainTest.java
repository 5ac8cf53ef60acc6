package org.entente.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine entente =
            Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void help_names_the_commands() {
        assertThat(entente.execute("--help")).isZero();
        assertThat(out.toString()).contains("doctor");
    }

    @Test
    void an_unknown_command_is_a_wrong_command_line_and_gets_a_hint() {
        assertThat(entente.execute("docter")).isEqualTo(2);
        assertThat(err.toString()).contains("docter").contains("doctor");
    }

    @Test
    void a_members_file_is_refused_where_no_fabric_network_is_made_of_it() {
        assertThat(entente.execute("demo", "--members", "members.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("--members goes with --network fabric");
    }

    @Test
    void the_version_names_java_too() {
        assertThat(entente.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("entente ").contains("Java ");
    }

    @Test
    void a_failure_is_told_in_words_with_its_causes_and_code_3() {
        entente.addSubcommand(new Breaking()).setErr(new PrintWriter(err, true));
        assertThat(entente.execute("breaking")).isEqualTo(Main.BROKEN);
        assertThat(err.toString())
                .contains("the ledger is away")
                .contains("because of")
                .contains("no route");
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Command(name = "breaking")
    private static final class Breaking implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("the ledger is away", new IllegalArgumentException("no route"));
        }
    }
}
