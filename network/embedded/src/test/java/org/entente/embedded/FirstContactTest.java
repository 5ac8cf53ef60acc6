package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.entente.embedded.probe.TestClient;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstContactTest {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");

    @TempDir
    Path folder;

    @Test
    void an_unmodified_client_writes_and_reads_public_and_private_values() throws Exception {
        try (EmbeddedNetwork network = EmbeddedNetwork.builder(folder)
                        .member(AU)
                        .member(CN)
                        .member(new MemberId("ID"))
                        .member(new MemberId("SG"))
                        .start();
                TestClient au = new TestClient(network.endpoint(AU));
                TestClient cn = new TestClient(network.endpoint(CN))) {
            au.submit("put", "k", "v");
            assertThat(cn.evaluate("get", "k")).isEqualTo("v");
            au.submitPrivate("putPrivate", "secret", "AU-CN", "p");
            assertThat(cn.evaluate("getPrivate", "AU-CN", "p")).isEqualTo("secret");
            long t = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                au.submitPrivate("putPrivate", "secret" + i, "AU-CN", "p" + i);
            }
            System.out.println("ms/tx " + (System.nanoTime() - t) / 50e6);
        }
    }
}
