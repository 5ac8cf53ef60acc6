package org.entente.conformance.suite;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.conformance.client.Client;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What a client gets from the Deliver service, from the first block to the present last one. */
public final class Blocks {
    private Blocks() {}

    /** All blocks up to one that a transaction of this call wrote. */
    public static List<Block> all(Client client) {
        List<Block> blocks = new ArrayList<>();
        try (CloseableIterator<Block> events =
                client.channel().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            String last = mark(client);
            do {
                blocks.add(events.next());
            } while (!codes(blocks.getLast()).containsKey(last));
        }
        return blocks;
    }

    static List<BlockAndPrivateData> allWithPrivateData(Client client) {
        List<BlockAndPrivateData> blocks = new ArrayList<>();
        try (CloseableIterator<BlockAndPrivateData> events = client.channel()
                .newBlockAndPrivateDataEventsRequest()
                .startBlock(0)
                .build()
                .getEvents()) {
            String last = mark(client);
            do {
                blocks.add(events.next());
            } while (!codes(blocks.getLast().getBlock()).containsKey(last));
        }
        return blocks;
    }

    /** Private values by collection and key. */
    static Map<String, String> privateValues(Client client) {
        Map<String, String> values = new TreeMap<>();
        try {
            for (BlockAndPrivateData block : allWithPrivateData(client)) {
                for (TxPvtReadWriteSet set : block.getPrivateDataMapMap().values()) {
                    collect(set, values);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        return values;
    }

    private static void collect(TxPvtReadWriteSet set, Map<String, String> values)
            throws InvalidProtocolBufferException {
        for (var namespace : set.getNsPvtRwsetList()) {
            for (var collection : namespace.getCollectionPvtRwsetList()) {
                for (var write : KVRWSet.parseFrom(collection.getRwset()).getWritesList()) {
                    values.put(
                            collection.getCollectionName() + " " + write.getKey(),
                            write.getValue().toStringUtf8());
                }
            }
        }
    }

    /** Validation codes by transaction id; of two with one id, the later. */
    public static Map<String, TxValidationCode> codes(Block block) {
        Map<String, TxValidationCode> codes = new TreeMap<>();
        byte[] flags = block.getMetadata()
                .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
                .toByteArray();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            codes.put(transactionId(block, i), TxValidationCode.forNumber(flags[i] & 0xff));
        }
        return codes;
    }

    static String transactionId(Block block, int index) {
        try {
            Envelope envelope = Envelope.parseFrom(block.getData().getData(index));
            return ChannelHeader.parseFrom(
                            Payload.parseFrom(envelope.getPayload()).getHeader().getChannelHeader())
                    .getTxId();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes something, so that a reader of the stream knows when it has come to the present. */
    private static String mark(Client client) {
        try {
            var transaction = Proposals.endorsed(client, "put", ConformanceTest.key("mark"), "x");
            transaction.submit();
            return transaction.getTransactionId();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
