package org.entente.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class BlockDecoderTest {
    private static final ChannelNames NAMES = new ChannelNames("entente", "entente");

    private final BlockDecoder china = new BlockDecoder(new MemberId("CN"), NAMES);

    @Test
    void finds_batch_and_head_with_their_bytes() {
        DecodedBlock block = china.decode(batchAndHead().build());
        assertThat(block.incidents()).isEmpty();
        assertThat(block.privateWrites())
                .hasSize(2)
                .allMatch(write -> write.value().isPresent());
        assertThat(block.privateWrites()).filteredOn(PrivateWrite::isHead).hasSize(1);
        PrivateWrite batch = block.privateWrites().getFirst();
        assertThat(batch.transaction().timestamp()).isEqualTo(Instant.ofEpochSecond(1_700_000_000, 5));
        assertThat(batch.transaction().creatorMsp()).isEqualTo("AU");
        assertThat(batch.writesInCollection()).isEqualTo(2);
    }

    @Test
    void a_third_member_finds_nothing_in_it() {
        DecodedBlock block = new BlockDecoder(new MemberId("SG"), NAMES)
                .decode(batchAndHead().build());
        assertThat(block.privateWrites()).isEmpty();
        assertThat(block.incidents()).isEmpty();
    }

    @Test
    void bytes_that_do_not_have_the_hash_are_no_bytes() {
        HandMadeBlock block = batchAndHead();
        block.delivered.setWrites(
                0, KVWrite.newBuilder().setKey("batch/1").setValue(ByteString.copyFromUtf8("something else")));
        DecodedBlock decoded = china.decode(block.build());
        assertThat(decoded.privateWrites().getFirst().value()).isEmpty();
        assertThat(codes(decoded)).containsExactly(LedgerCode.LEDGER_VALUE_DIFFERS);
    }

    @Test
    void a_hash_without_bytes_is_missing() {
        DecodedBlock block = china.decode(
                new HandMadeBlock().hash("batch/1", "b").value("head", "h").build());
        assertThat(block.privateWrites().getFirst().value()).isEmpty();
        assertThat(block.incidents()).isEmpty();
    }

    @Test
    void an_invalid_transaction_writes_nothing() {
        HandMadeBlock block = batchAndHead();
        block.code = TxValidationCode.MVCC_READ_CONFLICT;
        DecodedBlock decoded = china.decode(block.build());
        assertThat(decoded.privateWrites()).isEmpty();
        assertThat(codes(decoded)).containsExactly(LedgerCode.LEDGER_TRANSACTION_INVALID);
    }

    @Test
    void another_chaincode_with_a_collection_of_the_same_name_changes_nothing() {
        HandMadeBlock block = batchAndHead();
        block.namespace = "other";
        block.invoked = "other";
        DecodedBlock decoded = china.decode(block.build());
        assertThat(decoded.privateWrites()).isEmpty();
        assertThat(codes(decoded)).containsExactly(LedgerCode.LEDGER_CHAINCODE_FOREIGN);
    }

    @Test
    void a_chaincode_that_calls_ours_is_named_as_the_one_that_was_invoked() {
        HandMadeBlock block = batchAndHead();
        block.invoked = "other";
        assertThat(china.decode(block.build())
                        .privateWrites()
                        .getFirst()
                        .transaction()
                        .chaincode())
                .isEqualTo("other");
    }

    @Test
    void deletes_and_purges_are_shown_and_change_nothing() {
        HandMadeBlock block = batchAndHead();
        KVWriteHash first = block.hashed.getHashedWrites(0);
        block.hashed.addHashedWrites(first.toBuilder().setIsDelete(true));
        block.hashed.addHashedWrites(first.toBuilder().setIsPurge(true).setIsDelete(true));
        DecodedBlock decoded = china.decode(block.build());
        assertThat(decoded.privateWrites()).hasSize(2);
        assertThat(codes(decoded))
                .contains(LedgerCode.LEDGER_KEY_DELETED, LedgerCode.LEDGER_KEY_PURGED, LedgerCode.LEDGER_HEAD_ALONE);
    }

    @Test
    void a_public_record_is_found_and_its_deletion_shown() {
        HandMadeBlock block = batchAndHead();
        block.publicWrites
                .addWrites(KVWrite.newBuilder().setKey("member/AU").setValue(ByteString.copyFromUtf8("{}")))
                .addWrites(KVWrite.newBuilder().setKey("member/CN").setIsDelete(true));
        DecodedBlock decoded = china.decode(block.build());
        assertThat(decoded.publicWrites()).extracting(PublicWrite::key).containsExactly("member/AU");
        assertThat(codes(decoded)).containsExactly(LedgerCode.LEDGER_RECORD_DELETED);
    }

    @Test
    void a_timestamp_beyond_all_time_makes_the_transaction_unreadable() {
        HandMadeBlock block = batchAndHead();
        block.seconds = Long.MAX_VALUE;
        assertThat(codes(china.decode(block.build()))).containsExactly(LedgerCode.LEDGER_TRANSACTION_UNREADABLE);
    }

    @Test
    void another_data_hash_is_shown() {
        BlockAndPrivateData block = batchAndHead().build();
        BlockAndPrivateData.Builder changed = block.toBuilder();
        changed.getBlockBuilder().getHeaderBuilder().setDataHash(ByteString.copyFromUtf8("another"));
        assertThat(codes(china.decode(changed.build()))).containsExactly(LedgerCode.LEDGER_CHAIN_BROKEN);
    }

    @Test
    void no_bytes_make_it_throw() {
        SplittableRandom random = new SplittableRandom(20261123);
        byte[] good = batchAndHead().build().toByteArray();
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(china.decode(BlockAndPrivateData.parseFrom(bytes))).isNotNull();
                read++;
            } catch (InvalidProtocolBufferException e) {
                assertThat(e).as("refused before it reaches the decoder").isNotNull();
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static HandMadeBlock batchAndHead() {
        return new HandMadeBlock().value("batch/1", "b").value("head", "h");
    }

    private static List<LedgerCode> codes(DecodedBlock block) {
        return block.incidents().stream().map(Incident::code).toList();
    }
}
