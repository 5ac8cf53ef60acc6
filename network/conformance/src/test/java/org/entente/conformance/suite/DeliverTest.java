package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.entente.conformance.embedded.SuiteIdentities;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekOldest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** Blocks as every member's follower reads them: common/deliver/deliver.go, core/peer/deliverevents.go. */
class DeliverTest extends ConformanceTest {
    private static final MemberId AU = new MemberId("AU");

    private final Credentials own = network().client(AU);

    /** protoutil/blockutils.go: BlockHeaderBytes, ComputeBlockDataHash. */
    @Test
    void every_block_names_its_predecessor_and_its_data_by_hash() throws Exception {
        List<Block> blocks = Blocks.all(client("AU"));

        for (int i = 0; i < blocks.size(); i++) {
            BlockHeader header = blocks.get(i).getHeader();
            assertThat(header.getNumber()).isEqualTo(i);
            assertThat(header.getDataHash().toByteArray()).isEqualTo(Tampering.sha256(data(blocks.get(i))));
            if (i > 0) {
                assertThat(header.getPreviousHash().toByteArray())
                        .isEqualTo(hash(blocks.get(i - 1).getHeader()));
            }
        }
        List<Block> others = Blocks.all(client("SG"));
        for (int i = 0; i < blocks.size(); i++) {
            assertThat(same(others.get(i))).as("block " + i).isEqualTo(same(blocks.get(i)));
        }
    }

    @Test
    void without_a_start_only_blocks_to_come_are_delivered() throws Exception {
        try (CloseableIterator<FilteredBlock> events = client("AU").channel().getFilteredBlockEvents()) {
            Transaction transaction = Proposals.endorsed(client("AU"), "put", key("to come"), "x");
            transaction.submit();

            assertThat(transactions(events.next())).containsKey(transaction.getTransactionId());
        }
    }

    @Test
    void filtered_blocks_say_which_transactions_are_valid() throws Exception {
        String key = key("filtered");
        Transaction valid = Proposals.endorsed(client("AU"), "append", key, "1");
        Transaction invalid = Proposals.endorsed(client("AU"), "append", key, "2");
        long block = valid.submitAsync().getStatus().getBlockNumber();
        long later = invalid.submitAsync().getStatus().getBlockNumber();

        assertThat(filtered(block)).containsEntry(valid.getTransactionId(), TxValidationCode.VALID);
        assertThat(filtered(later)).containsEntry(invalid.getTransactionId(), TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void start_and_stop_are_kept() {
        assertThat(answers(Seeking.block(0), Seeking.block(2)))
                .containsExactly("block 0", "block 1", "block 2", "SUCCESS");
        assertThat(answers(oldest(), Seeking.block(1))).containsExactly("block 0", "block 1", "SUCCESS");
        assertThat(answers(newest(), newest())).hasSize(2).last().isEqualTo("SUCCESS");
        assertThat(answers(newest(), newest()).getFirst()).isNotEqualTo("block 0");
    }

    @Test
    void a_stop_before_the_start_or_a_missing_one_is_refused() {
        Seeking reversed = new Seeking();
        reversed.seek.setStart(Seeking.block(2)).setStop(Seeking.block(1));
        refused("stop before start", reversed, "BAD_REQUEST");

        Seeking endless = new Seeking();
        endless.seek.clearStop();
        refused("no stop", endless, "BAD_REQUEST");

        Seeking ahead = new Seeking();
        ahead.seek
                .setStart(Seeking.block(1_000_000))
                .setStop(Seeking.block(1_000_000))
                .setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY);
        refused("block not ready", ahead, "NOT_FOUND");
    }

    @Test
    void an_unknown_channel_and_a_wrong_time_are_refused() {
        Seeking elsewhere = new Seeking();
        elsewhere.channel.setChannelId("nowhere");
        refused("unknown channel", elsewhere, "NOT_FOUND");

        Seeking old = new Seeking();
        old.channel.setTimestamp(Seeking.at(Instant.now().minus(Duration.ofMinutes(16))));
        refused("old timestamp", old, "BAD_REQUEST");

        Seeking timeless = new Seeking();
        timeless.channel.clearTimestamp();
        refused("no timestamp", timeless, "BAD_REQUEST");
    }

    @Test
    void a_stranger_gets_no_block() {
        Credentials stranger = SuiteIdentities.foreign(AU);
        Credentials other = network().client(new MemberId("CN"));

        assertThat(observe("deliver/certificate of a foreign authority", new Seeking(), stranger, stranger))
                .isEqualTo("FORBIDDEN");
        assertThat(observe("deliver/signature by another member", new Seeking(), own, other))
                .isEqualTo("FORBIDDEN");
    }

    private void refused(String name, Seeking seeking, String status) {
        assertThat(observe("deliver/" + name, seeking, own, own)).isEqualTo(status);
    }

    private String observe(String name, Seeking seeking, Credentials creator, Credentials signer) {
        Observed observed = seeking.observed(client("AU"), creator, signer);
        return SharedNetwork.open().saw(name, observed).status();
    }

    private List<String> answers(SeekPosition start, SeekPosition stop) {
        Seeking seeking = new Seeking();
        seeking.seek.setStart(start).setStop(stop);
        return seeking.answers(client("AU"), own, own);
    }

    private static SeekPosition oldest() {
        return SeekPosition.newBuilder()
                .setOldest(SeekOldest.getDefaultInstance())
                .build();
    }

    private static SeekPosition newest() {
        return SeekPosition.newBuilder()
                .setNewest(SeekNewest.getDefaultInstance())
                .build();
    }

    private static Map<String, TxValidationCode> filtered(long block) {
        try (CloseableIterator<FilteredBlock> events = client("AU")
                .channel()
                .newFilteredBlockEventsRequest()
                .startBlock(block)
                .build()
                .getEvents()) {
            return transactions(events.next());
        }
    }

    private static Map<String, TxValidationCode> transactions(FilteredBlock block) {
        Map<String, TxValidationCode> transactions = new java.util.TreeMap<>();
        block.getFilteredTransactionsList().forEach(tx -> transactions.put(tx.getTxid(), tx.getTxValidationCode()));
        return transactions;
    }

    /** Which orderers' signatures a peer has got with a block is its own affair; what they signed and how it was judged is not. */
    private static List<Object> same(Block block) {
        return List.of(block.getHeader(), block.getData(), Blocks.codes(block));
    }

    private static byte[] data(Block block) {
        return block.getData().getDataList().stream()
                .reduce(com.google.protobuf.ByteString.EMPTY, com.google.protobuf.ByteString::concat)
                .toByteArray();
    }

    private static byte[] hash(BlockHeader header) throws java.io.IOException {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.addAll(Arrays.asList(
                        new ASN1Integer(header.getNumber()),
                        new DEROctetString(header.getPreviousHash().toByteArray()),
                        new DEROctetString(header.getDataHash().toByteArray()))
                .toArray(new org.bouncycastle.asn1.ASN1Encodable[0]));
        return Tampering.sha256(new DERSequence(parts).getEncoded());
    }
}
