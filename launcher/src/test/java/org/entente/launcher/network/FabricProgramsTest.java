package org.entente.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fabric's own programs are found, or somebody is told what is missing. */
class FabricProgramsTest {
    @TempDir
    private Path folder;

    private NetworkFailure refused() {
        return catchThrowableOfType(NetworkFailure.class, () -> FabricPrograms.find(folder.toString()));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void all(String version) throws IOException {
        for (String name : new String[] {"orderer", "configtxgen", "osnadmin"}) {
            program(name, "exit 0");
        }
        program("peer", "echo 'peer:'; echo ' Version: " + version + "'");
    }

    @Test
    void names_every_program_that_is_missing_and_where_to_get_it() throws IOException {
        program("configtxgen", "exit 0");
        NetworkFailure failure = refused();
        assertThat(failure).hasMessage("not on the PATH: peer, orderer, osnadmin");
        assertThat(failure.remedy()).contains("Hyperledger Fabric 3.1.5").contains("PATH");
    }

    @Test
    void takes_the_oldest_good_release_and_later_ones() throws IOException {
        all("v3.1.5");
        assertThat(FabricPrograms.find(folder.toString()).version()).isEqualTo("3.1.5");
        all("3.10.0");
        FabricPrograms found = FabricPrograms.find("/nowhere:" + folder);
        assertThat(found.version()).isEqualTo("3.10.0");
        assertThat(found.program("orderer")).isEqualTo(folder.resolve("orderer").toString());
    }

    @Test
    void refuses_an_older_release_by_name() throws IOException {
        all("v3.1.4");
        assertThat(refused()).hasMessage("Fabric 3.1.4 is on the PATH");
        all("v2.5.16");
        assertThat(refused().remedy()).contains("3.1.5 or later");
    }

    @Test
    void refuses_a_program_of_the_same_name_that_is_not_fabrics() throws IOException {
        all("v3.1.5");
        program("peer", "echo something else");
        assertThat(refused()).hasMessageContaining("does not say its version");
    }
}
