package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.api.settings.SettingsRefused;
import org.entente.api.stage.Stage;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.msp.MspFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** An instance starts from a settings file, or says everything that is wrong with it. */
class SettingsTest {
    @Test
    void everything_that_is_wrong_is_said_at_once_and_no_secret_with_it() {
        assertThatThrownBy(() -> ApiMain.start(
                        "--server.port=0",
                        "--entente.member=Australia",
                        "--entente.node.port=seventy",
                        "--entente.node.tls-root=/no/such/file",
                        "--entente.node.id-secret=secret",
                        "--entente.node.key-store=/no/such/file",
                        "--entente.node.msp=/no/such/folder",
                        "--entente.redelivery.port=70000",
                        "--entente.redelivery.partners.China.port=1",
                        "--entente.verification.trusted-proxies=10.0.0.0/8,proxy.example,10.0.0.0/99",
                        "--entente.web.base-url=somewhere"))
                .satisfies(e -> assertThat(NestedExceptionUtils.getMostSpecificCause(e))
                        .isInstanceOf(SettingsRefused.class)
                        .hasMessageContaining("entente.member must be a country code")
                        .hasMessageContaining("entente.did is not set")
                        .hasMessageContaining("entente.node.host is not set")
                        .hasMessageContaining("entente.node.port must be a number from 1 to 65535")
                        .hasMessageContaining("entente.node.tls-root must be a file that can be read")
                        .hasMessageContaining("entente.node.key-store and entente.node.msp say the same")
                        .hasMessageContaining("entente.node.msp must be a folder that can be read")
                        .hasMessageContaining("entente.node.id-secret must be at least 64 hex digits")
                        .hasMessageContaining("entente.database.url is not set")
                        .hasMessageContaining("entente.redelivery.host is not set")
                        .hasMessageContaining("entente.redelivery.port must be a number from 1 to 65535")
                        .hasMessageContaining("entente.redelivery.key-store is not set")
                        .hasMessageContaining("entente.redelivery.partners.China must be named by a country code")
                        .hasMessageContaining("entente.redelivery.partners.China.tls-root is not set")
                        .hasMessageContaining("entente.verification.trusted-proxies must be addresses or networks")
                        .hasMessageContaining("entente.web.base-url must be a URL"));
    }

    @Test
    void an_instance_starts_from_a_file(@TempDir Path folder) throws IOException {
        List<String> settings = Stage.shared().settings("AU");
        Path file = folder.resolve("api.properties");
        Files.write(
                file,
                settings.stream()
                        .map(setting -> setting.substring(2).replace("\\", "\\\\"))
                        .toList());
        try (ConfigurableApplicationContext started =
                ApiMain.start(file.toString(), "--springdoc.api-docs.enabled=false")) {
            assertThat(started.isRunning()).isTrue();
        }
    }

    @Test
    void an_instance_takes_host_and_identity_from_the_file_that_a_network_made_for_it(@TempDir Path folder)
            throws IOException {
        List<String> all = Stage.shared().settings("AU").stream()
                .map(setting -> setting.substring(2).replace("\\", "\\\\"))
                .toList();
        CertifiedKey key = Pkcs12KeyStore.open(
                Path.of(named(all, "key-store")), named(all, "key-password").toCharArray());
        new MspFolder(List.of(key.chain().getLast()), List.of(), List.of(), Optional.of(key))
                .write(folder.resolve("msp"));
        String network = "entente[.](member|node[.](host|port|tls-root))=.*";
        List<String> connection = new ArrayList<>(
                all.stream().filter(line -> line.matches(network)).toList());
        connection.add("entente.node.msp=" + folder.resolve("msp"));
        Files.write(folder.resolve("connection.properties"), connection);
        List<String> own = new ArrayList<>(all.stream()
                .filter(line -> !line.matches(network) && !line.startsWith("entente.node.key-store="))
                .toList());
        own.add("spring.config.import=connection.properties");
        Path file = folder.resolve("api.properties");
        Files.write(file, own);
        try (ConfigurableApplicationContext started =
                ApiMain.start(file.toString(), "--springdoc.api-docs.enabled=false")) {
            assertThat(started.isRunning()).isTrue();
        }
    }

    private static String named(List<String> settings, String name) {
        String start = "entente.node." + name + "=";
        return settings.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }
}
