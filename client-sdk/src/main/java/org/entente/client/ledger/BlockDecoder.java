package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Reads a block as one member: public records, private writes to its own streams, and everything odd. A transaction that
 * cannot be read is an incident; nothing in a block makes this throw.
 */
public final class BlockDecoder {
    private final MemberId self;
    private final ChannelNames names;

    /**
     * A decoder.
     *
     * @param self who reads
     * @param names channel and chaincode
     */
    public BlockDecoder(MemberId self, ChannelNames names) {
        this.self = self;
        this.names = names;
    }

    /**
     * Reads one block.
     *
     * @param delivered the block and what private data the peer has of it
     * @return what it holds
     */
    public DecodedBlock decode(BlockAndPrivateData delivered) {
        Block block = delivered.getBlock();
        long number = block.getHeader().getNumber();
        List<ByteString> envelopes = block.getData().getDataList();
        List<TransactionWrites> read = new ArrayList<>();
        for (int i = 0; i < envelopes.size(); i++) {
            PrivateBytes bytes = delivered.containsPrivateDataMap(i)
                    ? PrivateBytes.of(delivered.getPrivateDataMapOrThrow(i))
                    : PrivateBytes.none();
            read.add(new TransactionDecoder(self, names, new Position(number, i, 0), code(block, i), bytes)
                    .decode(envelopes.get(i)));
        }
        List<Incident> incidents = new ArrayList<>();
        if (!ByteString.copyFrom(BlockHash.ofData(envelopes).raw())
                .equals(block.getHeader().getDataHash())) {
            incidents.add(
                    new Incident(new Position(number, 0, 0), LedgerCode.LEDGER_CHAIN_BROKEN, "data hash differs", ""));
        }
        read.forEach(each -> incidents.addAll(each.incidents()));
        return new DecodedBlock(
                number,
                block.getHeader().getPreviousHash().toByteArray(),
                block.getHeader().getDataHash().toByteArray(),
                BlockHash.ofHeader(block.getHeader()).raw(),
                read.stream().flatMap(each -> each.timestamp().stream()).max(Comparator.<Instant>naturalOrder()),
                read.stream().flatMap(each -> each.publicWrites().stream()).toList(),
                read.stream().flatMap(each -> each.privateWrites().stream()).toList(),
                incidents);
    }

    private static TxValidationCode code(Block block, int index) {
        List<ByteString> metadata = block.getMetadata().getMetadataList();
        int place = BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE;
        if (metadata.size() <= place || metadata.get(place).size() <= index) {
            return TxValidationCode.NOT_VALIDATED;
        }
        TxValidationCode code = TxValidationCode.forNumber(metadata.get(place).byteAt(index) & 0xFF);
        return code == null ? TxValidationCode.INVALID_OTHER_REASON : code;
    }
}
