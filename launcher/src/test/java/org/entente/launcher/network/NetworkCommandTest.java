package org.entente.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.Main;
import org.entente.launcher.process.JavaProgram;
import org.entente.launcher.process.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands where Fabric is not installed: clear words, exit code 3, and nothing half made. */
class NetworkCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new NetworkCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** In a process of its own, whose PATH holds nothing. */
    private Tool.Outcome withoutFabric(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "PATH=" + folder));
        command.addAll(new JavaProgram(JavaProgram.ownClassPath(), Main.class.getName(), List.of())
                .command(List.of("network")));
        command.addAll(List.of(arguments));
        return Tool.run(command, java.util.Map.of(), java.time.Duration.ofSeconds(60));
    }

    @Test
    void up_says_which_programs_are_missing_and_where_they_come_from() throws IOException {
        Path members = Path.of("..", "network", "fabric", "members.yaml").toAbsolutePath();
        Path data = folder.resolve("network");

        Tool.Outcome outcome = withoutFabric("up", "--data", data.toString(), "--members", members.toString());

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(3);
        assertThat(outcome.output())
                .contains("entente network: not on the PATH: peer, orderer, configtxgen, osnadmin")
                .contains("Install Hyperledger Fabric 3.1.5 or later");
        assertThat(data.resolve("members")).doesNotExist();
    }

    @Test
    void compose_makes_what_containers_read_and_leaves_them_to_an_engine() throws IOException {
        Path members = Path.of("..", "network", "fabric", "members.yaml").toAbsolutePath();
        Path data = folder.resolve("network");

        assertThat(run("compose", "--data", data.toString(), "--members", members.toString()))
                .as(err.toString())
                .isZero();

        assertThat(Files.readString(data.resolve("compose.yaml")))
                .contains("CORE_CHAINCODE_ID_NAME: \"entente_1.0_")
                .contains("The tests run no container engine");
        Path settings = data.resolve("members/AU/api/api.properties");
        assertThat(Files.readString(settings))
                .contains("jdbc:postgresql://database.au:5432/entente?sslmode=verify-full");
        Files.writeString(settings, "mine=1\n");
        assertThat(run("compose", "--data", data.toString())).isZero();
        assertThat(Files.readString(settings)).isEqualTo("mine=1\n");
        assertThat(run("status", "--data", data.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("is one of containers");
    }

    @Test
    void compose_that_was_cut_short_is_run_again_and_goes_on_with_the_same_keys() throws IOException {
        Path members = Path.of("..", "network", "fabric", "members.yaml").toAbsolutePath();
        Path data = folder.resolve("network");
        // Where it wants to write the file for the engine there is a folder: everything else is there by then.
        Files.createDirectories(data.resolve("compose.yaml").resolve("in-the-way"));
        assertThat(run("compose", "--data", data.toString(), "--members", members.toString()))
                .isNotZero();
        Path key = data.resolve("members/AU/peer/tls/key.pem");
        byte[] made = Files.readAllBytes(key);
        Files.delete(data.resolve("compose.yaml").resolve("in-the-way"));
        Files.delete(data.resolve("compose.yaml"));

        assertThat(run("compose", "--data", data.toString(), "--members", members.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllBytes(key)).isEqualTo(made);
    }

    @Test
    void helm_values_are_made_for_members_that_others_can_reach() throws IOException {
        Path shipped = Path.of("..", "network", "fabric", "members.yaml");
        Path data = folder.resolve("network");
        assertThat(run("helm-values", "--data", data.toString(), "--members", shipped.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("others cannot reach these members' hosts: AU, CN, ID, SG");
        assertThat(data).doesNotExist();

        Path members = Files.writeString(
                folder.resolve("members.yaml"),
                Files.readString(shipped).replace("host: localhost", "host: entente.customs.example"));
        assertThat(run("helm-values", "--data", data.toString(), "--members", members.toString()))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(data.resolve("helm/AU.yaml")))
                .contains("packageId: \"entente_1.0_")
                .doesNotContain("PRIVATE");
        assertThat(run("compose", "--data", data.toString())).isEqualTo(3);
    }

    @Test
    void up_says_everything_that_is_wrong_with_a_members_file_and_makes_nothing() throws IOException {
        Path members = Files.writeString(folder.resolve("members.yaml"), """
                channel: Entente
                members:
                  - {id: AUS, host: localhost, firstPort: 7100}
                  - {id: CN, host: localhost, firstPort: 80}
                """);
        Path data = folder.resolve("network");

        assertThat(run("up", "--data", data.toString(), "--members", members.toString()))
                .isEqualTo(3);

        assertThat(err.toString())
                .contains("/channel")
                .contains("/members/0/id")
                .contains("/members/1/firstPort")
                .contains("docs/guides/network.md");
        assertThat(data).doesNotExist();
    }

    @Test
    void what_needs_a_network_says_that_there_is_none() {
        for (String command : List.of("status", "logs", "restart")) {
            assertThat(run(command, "--data", folder.toString())).as(command).isEqualTo(3);
        }
        assertThat(run("start", "--data", folder.toString(), "peer.AU")).isEqualTo(3);
        assertThat(run("stop", "--data", folder.toString(), "peer.AU")).isEqualTo(3);
        assertThat(err.toString()).contains("there is no network in " + folder).contains("./entente network up");
    }

    @Test
    void a_network_is_shown_stopped_and_taken_down_where_fabric_is_no_longer_installed() throws IOException {
        Path data = Files.createDirectories(folder.resolve("network"));
        Files.copy(Path.of("..", "network", "fabric", "members.yaml"), data.resolve("members.yaml"));

        Tool.Outcome status = withoutFabric("status", "--data", data.toString());
        assertThat(status.code()).as(status.output()).isEqualTo(1);
        assertThat(status.output()).contains("orderer.SG").contains("down");
        for (String command : List.of("logs", "down", "clean")) {
            Tool.Outcome outcome = withoutFabric(command, "--data", data.toString());
            assertThat(outcome.code()).as(outcome.output()).isZero();
        }
    }

    @Test
    void what_starts_something_says_at_once_that_fabric_is_missing() throws IOException {
        Path data = Files.createDirectories(folder.resolve("network"));
        Files.copy(Path.of("..", "network", "fabric", "members.yaml"), data.resolve("members.yaml"));

        for (List<String> command : List.of(List.of("restart"), List.of("start", "peer.AU"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--data", data.toString()));
            Tool.Outcome outcome = withoutFabric(arguments.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.output()).isEqualTo(3);
            assertThat(outcome.output()).contains("not on the PATH: peer");
        }
    }

    @Test
    void down_and_clean_of_nothing_are_done() {
        assertThat(run("down", "--data", folder.toString())).isZero();
        assertThat(run("clean", "--data", folder.toString())).isZero();
        assertThat(folder).exists();
    }

    @Test
    void without_a_command_the_commands_are_named() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .contains("up, status, logs, start, stop, restart, down, clean, compose, deploy or helm-values?");
    }
}
