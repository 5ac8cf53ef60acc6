package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full in the middle of a record. The process runs under a limit on the size of each file, at which the
 * operating system writes what still fits and then refuses, as on a full disk, and which needs no rights.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class FullDiskTest {
    private static final int MOST = 500;
    private static final int PUBLIC_BYTES = 200;
    private static final int PRIVATE_BYTES = 30_000;

    private final Random random = new Random(17);
    private final List<String> acknowledged = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_chain_that_no_longer_fits_ends_ordering_and_says_so() throws Exception {
        fill("chain ", PUBLIC_BYTES, 100 + random.nextInt(20));
        everythingAcknowledgedIsThere();
    }

    @Test
    void private_data_that_no_longer_fits_is_refused_before_it_is_ordered() throws Exception {
        fill("private ", PRIVATE_BYTES, 200 + random.nextInt(20));
        everythingAcknowledgedIsThere();
    }

    /** Writes until the ledger refuses; then it says why, and to everybody. */
    private void fill(String prefix, int bytes, int kibibytes) throws Exception {
        Process process = launch(kibibytes);
        try (TestClient au = new TestClient(ChildEndpoint.read(folder, AU))) {
            GatewayException refusal = writeUntilRefused(au, prefix, "x".repeat(bytes));
            assertThat(refusal.getDetails().stream().map(ErrorDetail::getMessage))
                    .as(refusal.toString())
                    .anyMatch(words -> words.contains("the orderer has stopped: a block could not be committed")
                            || words.contains("the peer's disk does not take the private data"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(acknowledged).anyMatch(key -> key.startsWith(prefix));
    }

    private GatewayException writeUntilRefused(TestClient au, String prefix, String value) throws Exception {
        for (int i = 0; i < MOST; i++) {
            String key = prefix + i;
            try {
                SubmittedTransaction sent = au.proposal("putPrivate", value + key, "AU-CN", key)
                        .endorse()
                        .submitAsync();
                Status status = sent.getStatus(options -> options.withDeadlineAfter(3, TimeUnit.SECONDS));
                if (status.isSuccessful()) {
                    acknowledged.add(key);
                }
            } catch (org.hyperledger.fabric.client.CommitStatusException e) {
                assertThat(e.getStatus().getCode())
                        .as("taken and never committed, and nobody was told that it stands")
                        .isEqualTo(io.grpc.Status.Code.DEADLINE_EXCEEDED);
            } catch (GatewayException e) {
                return e;
            }
        }
        throw new AssertionError("the disk was never full");
    }

    private void everythingAcknowledgedIsThere() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            for (String key : acknowledged) {
                assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", key)).endsWith(key);
            }
            network.as(AU).submitPrivate("putPrivate", "again", "AU-CN", "after");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "after")).isEqualTo("again");
            assertThat(network.network().missingPrivateData(CN)).isZero();
        }
    }

    private Process launch(int kibibytes) throws IOException {
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f " + kibibytes + " && exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedNetworkMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).startsWith("Entente embedded, one machine");
        return process;
    }
}
