package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.util.List;
import org.entente.embedded.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Makes blocks as an orderer does, with its signature in the metadata. */
public final class BlockAssembler {
    private static final int NONCE_BYTES = 24;
    private static final int METADATA_SLOTS = 5;

    private final SigningIdentity orderer;
    private final SecureRandom random = new SecureRandom();

    /**
     * An assembler.
     *
     * @param orderer who signs
     */
    public BlockAssembler(SigningIdentity orderer) {
        this.orderer = orderer;
    }

    /**
     * A block whose transactions are not yet judged.
     *
     * @param number its number
     * @param previousHash the hash of the header before it, empty for block 0
     * @param envelopes the encoded envelopes in order
     * @return the block, signed
     */
    public Block assemble(long number, ByteString previousHash, List<ByteString> envelopes) {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previousHash)
                .setDataHash(BlockHeaders.dataHash(envelopes))
                .build();
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
        for (int i = 0; i < METADATA_SLOTS; i++) {
            metadata.addMetadata(ByteString.EMPTY);
        }
        metadata.setMetadata(BlockMetadataIndex.SIGNATURES_VALUE, signed(header).toByteString());
        return Block.newBuilder()
                .setHeader(header)
                .setData(BlockData.newBuilder().addAllData(envelopes))
                .setMetadata(metadata)
                .build();
    }

    private Metadata signed(BlockHeader header) {
        ByteString value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.newBuilder().setIndex(0))
                .build()
                .toByteString();
        ByteString signatureHeader = signatureHeader().toByteString();
        ByteString signature = orderer.sign(value.concat(signatureHeader).concat(BlockHeaders.encode(header)));
        return Metadata.newBuilder()
                .setValue(value)
                .addSignatures(MetadataSignature.newBuilder()
                        .setSignatureHeader(signatureHeader)
                        .setSignature(signature))
                .build();
    }

    private SignatureHeader signatureHeader() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return SignatureHeader.newBuilder()
                .setCreator(orderer.serialized())
                .setNonce(ByteString.copyFrom(nonce))
                .build();
    }
}
