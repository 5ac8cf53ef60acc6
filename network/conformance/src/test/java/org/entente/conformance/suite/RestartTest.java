package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;

/** What stands, stands after every node was ended and started again. */
class RestartTest extends ConformanceTest {
    @Test
    void blocks_state_and_private_data_are_there_and_an_envelope_is_still_committed_once() throws Exception {
        String key = key("restart");
        Proposals.submit(client("AU"), "append", key, "x");
        Proposals.withValue(client("AU"), "kept", "putPrivate", "AU-CN", key)
                .build()
                .endorse()
                .submit();
        byte[] endorsed = Proposals.endorsed(client("AU"), "append", key, "y").getBytes();
        client("AU").gateway().newTransaction(endorsed).submit();
        List<Block> before = Blocks.all(client("AU"));

        SharedNetwork.open().restart();

        assertThat(Proposals.ask(client("CN"), "get", key)).isEqualTo("xy");
        assertThat(Proposals.ask(client("CN"), "getPrivate", "AU-CN", key)).isEqualTo("kept");
        Transaction again = client("AU").gateway().newTransaction(endorsed);
        assertThat(observe("restart/same envelope again", "commit", again::submit)
                        .status())
                .isEqualTo("VALID");
        Proposals.submit(client("AU"), "put", key("after restart"), "x");
        assertThat(Proposals.ask(client("CN"), "get", key)).isEqualTo("xy");
        assertThat(Blocks.all(client("AU")).subList(0, before.size())).isEqualTo(before);
    }
}
