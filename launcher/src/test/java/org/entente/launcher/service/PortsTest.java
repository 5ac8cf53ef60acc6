package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {
    @TempDir
    private Path folder;

    private Ports of(OptionalInt first) {
        return Ports.of(folder.resolve("ports.json"), Consortium.MEMBERS, first);
    }

    @Test
    void a_folder_keeps_its_ports_and_takes_no_others() {
        Ports first = of(OptionalInt.of(0));

        assertThat(of(OptionalInt.empty())).isEqualTo(first);
        assertThat(of(OptionalInt.of(0))).isEqualTo(first);
        assertThat(of(OptionalInt.of(first.guide()))).isEqualTo(first);
        assertThatThrownBy(() -> of(OptionalInt.of(first.guide() + 1)))
                .isInstanceOfSatisfying(
                        ConsortiumFailure.class,
                        failure -> assertThat(failure.remedy()).contains("--port"));
    }

    @Test
    void says_which_port_is_taken_and_what_to_do() throws Exception {
        Ports ports = of(OptionalInt.of(0));
        int taken = ports.of(Consortium.MEMBERS.getLast());
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> of(OptionalInt.empty()))
                    .isInstanceOfSatisfying(ConsortiumFailure.class, failure -> {
                        assertThat(failure.code()).isEqualTo(Code.PORT_TAKEN);
                        assertThat(failure).hasMessageContaining("port " + taken + " is in use");
                        assertThat(failure.remedy()).contains("--port");
                    });
        }
    }

    @Test
    void every_administration_has_a_port_of_its_own() {
        Ports ports = of(OptionalInt.of(0));

        assertThat(Consortium.MEMBERS.stream().map(ports::of))
                .doesNotHaveDuplicates()
                .doesNotContain(ports.guide());
        assertThat(ports.did(Consortium.MEMBERS.getFirst())).matches("did:web:localhost%3A\\d+");
    }
}
