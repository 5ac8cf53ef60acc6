package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The verdicts on a block's transactions: one byte each in the block's metadata. */
public final class TransactionFilter {
    private TransactionFilter() {}

    /**
     * Writes the verdicts into a block.
     *
     * @param block the block
     * @param codes one for each transaction
     * @return the block with them
     */
    public static Block set(Block block, List<TxValidationCode> codes) {
        byte[] flags = new byte[codes.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) codes.get(i).getNumber();
        }
        Block.Builder judged = block.toBuilder();
        judged.getMetadataBuilder()
                .setMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.copyFrom(flags));
        return judged.build();
    }

    /**
     * Reads a verdict.
     *
     * @param block a judged block
     * @param index a transaction's position
     * @return its code
     */
    public static TxValidationCode get(Block block, int index) {
        ByteString flags = block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        TxValidationCode code = TxValidationCode.forNumber(flags.byteAt(index) & 0xff);
        return code == null ? TxValidationCode.INVALID_OTHER_REASON : code;
    }
}
