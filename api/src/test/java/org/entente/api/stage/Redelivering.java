package org.entente.api.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Validity;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.model.member.MemberId;

/** Two members that ask each other for missing bytes. */
final class Redelivering {
    private static final String PASSWORD = "password";

    private Redelivering() {}

    static List<List<String>> between(EmbeddedNetwork network, Path folder, MemberId first, MemberId second) {
        String ofFirst = Integer.toString(port());
        String ofSecond = Integer.toString(port());
        return List.of(
                settings(network, folder, first, ofFirst, second, ofSecond),
                settings(network, folder, second, ofSecond, first, ofFirst));
    }

    private static List<String> settings(
            EmbeddedNetwork network, Path folder, MemberId self, String port, MemberId partner, String partnersPort) {
        Path key = folder.resolve(self.value()).resolve("redelivery-" + port + ".p12");
        Pkcs12KeyStore.create(
                key,
                PASSWORD.toCharArray(),
                network.authority(self)
                        .issueTls(
                                "redelivery",
                                List.of("127.0.0.1"),
                                Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1))));
        String name = "--entente.redelivery.partners." + partner;
        return List.of(
                "--springdoc.api-docs.enabled=false",
                "--entente.redelivery.host=127.0.0.1",
                "--entente.redelivery.port=" + port,
                "--entente.redelivery.key-store=" + key,
                "--entente.redelivery.key-password=" + PASSWORD,
                "--entente.redelivery.delay-seconds=1",
                name + ".host=127.0.0.1",
                name + ".port=" + partnersPort,
                name + ".tls-root=" + folder.resolve(partner.value()).resolve("tls.pem"));
    }

    private static int port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
