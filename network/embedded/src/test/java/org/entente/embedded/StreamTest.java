package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;
import static org.entente.embedded.probe.TestNetwork.SG;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.entente.embedded.block.BlockHeaders;
import org.entente.embedded.block.TransactionFilter;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers get of blocks, private data and events. */
final class StreamTest {
    @TempDir
    static Path folder;

    static TestNetwork network;
    static TestClient au;

    @BeforeAll
    static void start() {
        network = TestNetwork.start(folder);
        au = network.as(AU);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void blocks_form_a_chain_from_block_0_on() throws Exception {
        for (int i = 0; i < 5; i++) {
            au.submit("put", "chained", Integer.toString(i));
        }
        long height = network.network().height();
        ByteString previous = ByteString.EMPTY;
        try (CloseableIterator<Block> blocks =
                au.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            for (long number = 0; number < height; number++) {
                Block block = blocks.next();
                assertThat(block.getHeader().getNumber()).isEqualTo(number);
                assertThat(block.getHeader().getPreviousHash()).isEqualTo(previous);
                assertThat(block.getHeader().getDataHash())
                        .isEqualTo(BlockHeaders.dataHash(block.getData().getDataList()));
                previous = BlockHeaders.hash(block.getHeader());
            }
        }
    }

    @Test
    void a_reader_from_now_on_gets_the_next_block() throws Exception {
        try (CloseableIterator<FilteredBlock> blocks = au.network().getFilteredBlockEvents()) {
            long next = waitForReader(blocks);
            assertThat(next).isPositive();
        }
    }

    /** A stream begins when the server has the request: writes until something arrives. */
    private static long waitForReader(CloseableIterator<FilteredBlock> blocks) throws Exception {
        long[] first = {0};
        Thread reader = Thread.ofPlatform().start(() -> first[0] = blocks.next().getNumber());
        while (reader.isAlive()) {
            au.submit("put", "tick", "t");
        }
        return first[0];
    }

    @Test
    void private_data_goes_with_the_block_to_members_only() throws Exception {
        long number = network.network().height();
        au.submitPrivate("putPrivate", "for CN", "AU-CN", "delivered");
        assertThat(privateData(AU, number)).hasSize(1);
        assertThat(privateData(SG, number)).isEmpty();
        TxPvtReadWriteSet set = Objects.requireNonNull(privateData(CN, number).get(0L));
        var collection = set.getNsPvtRwset(0).getCollectionPvtRwset(0);
        assertThat(collection.getCollectionName()).isEqualTo("AU-CN");
        assertThat(KVRWSet.parseFrom(collection.getRwset())
                        .getWrites(0)
                        .getValue()
                        .toStringUtf8())
                .isEqualTo("for CN");
    }

    private static Map<Long, TxPvtReadWriteSet> privateData(org.entente.model.member.MemberId reader, long number) {
        try (CloseableIterator<BlockAndPrivateData> blocks = network.as(reader)
                .network()
                .newBlockAndPrivateDataEventsRequest()
                .startBlock(number)
                .build()
                .getEvents()) {
            BlockAndPrivateData block = blocks.next();
            assertThat(TransactionFilter.get(block.getBlock(), 0)).isEqualTo(TxValidationCode.VALID);
            return block.getPrivateDataMapMap();
        }
    }

    @Test
    void a_third_member_reads_no_private_data_at_the_authors_peer_either() throws Exception {
        long number = network.network().height();
        au.submitPrivate("putPrivate", "not for SG", "AU-CN", "elsewhere");
        Endpoint sg = network.network().endpoint(SG);
        try (TestClient spy = new TestClient(
                        network.network().endpoint(AU), "SG", sg.clientCertificatePem(), sg.clientKeyPem());
                CloseableIterator<BlockAndPrivateData> blocks = spy.network()
                        .newBlockAndPrivateDataEventsRequest()
                        .startBlock(number)
                        .build()
                        .getEvents()) {
            assertThat(blocks.next().getPrivateDataMapMap()).isEmpty();
        }
    }

    @Test
    void neither_transient_data_nor_private_values_stand_in_the_block() throws Exception {
        long number = network.network().height();
        au.submitPrivate("putPrivate", "a very private value", "AU-CN", "a very private key");
        String block =
                network.as(SG).block(number).toByteString().toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        // the key was an argument, which everybody sees; the value was not
        assertThat(block).contains("AU-CN").doesNotContain("a very private value");
    }

    @Test
    void events_of_valid_transactions_arrive_in_order_and_others_never() throws Exception {
        long from = network.network().height();
        au.submit("put", "conflict", "0");
        Transaction invalid = au.probe()
                .newProposal("append")
                .addArguments("conflict", "x")
                .build()
                .endorse();
        au.submit("announce", "conflict", "first");
        assertThat(Refusal.verdict(invalid::submit)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        au.submit("announce", "conflict", "second");
        try (CloseableIterator<ChaincodeEvent> events = au.network()
                .newChaincodeEventsRequest("entente")
                .startBlock(from)
                .build()
                .getEvents()) {
            ChaincodeEvent first = events.next();
            assertThat(first.getEventName()).isEqualTo("first");
            assertThat(first.getPayload()).asString().isEqualTo("conflict");
            assertThat(events.next().getEventName()).isEqualTo("second");
            try (CloseableIterator<ChaincodeEvent> rest = au.network()
                    .newChaincodeEventsRequest("entente")
                    .startBlock(0)
                    .checkpoint(checkpoint(first))
                    .build()
                    .getEvents()) {
                assertThat(rest.next().getEventName()).isEqualTo("second");
            }
        }
    }

    private static org.hyperledger.fabric.client.Checkpoint checkpoint(ChaincodeEvent after) {
        var checkpointer = new org.hyperledger.fabric.client.InMemoryCheckpointer();
        checkpointer.checkpointChaincodeEvent(after);
        return checkpointer;
    }

    @Test
    void an_invalid_transactions_event_is_not_sent() throws Exception {
        long from = network.network().height();
        Transaction second = au.probe()
                .newProposal("announce")
                .addArguments("e", "unendorsed")
                .setEndorsingOrganizations("AU")
                .build()
                .endorse();
        assertThat(Refusal.verdict(second::submit)).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        au.submit("announce", "e", "endorsed");
        try (CloseableIterator<ChaincodeEvent> events = au.network()
                .newChaincodeEventsRequest("entente")
                .startBlock(from)
                .build()
                .getEvents()) {
            assertThat(events.next().getEventName()).isEqualTo("endorsed");
        }
    }

    @Test
    void a_slow_reader_and_one_that_leaves_hold_nobody_up() throws Exception {
        CloseableIterator<Block> slow =
                au.network().newBlockEventsRequest().startBlock(0).build().getEvents();
        slow.next();
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            au.submitPrivate("putPrivate", large, "AU-CN", "large");
            au.submit("put", "large", large);
        }
        long height = network.network().height();
        long seen = 1;
        while (seen < height) {
            slow.next();
            seen++;
        }
        slow.close();
        au.submit("put", "after", "v");
    }

    @Test
    void streams_that_come_and_go_leave_no_threads() throws Exception {
        au.submit("put", "threads", "v");
        int before = Thread.activeCount();
        for (int i = 0; i < 50; i++) {
            au.block(0);
        }
        Refusal.await(() -> Thread.activeCount() <= before + 5);
    }
}
