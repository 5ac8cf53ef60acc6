package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.entente.model.ledger.Digest;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * The two hashes of a Fabric block (Fabric's {@code protoutil}): of its header, as DER SEQUENCE of number, previous hash
 * and data hash, and of its transactions one after another.
 */
public final class BlockHash {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;

    private BlockHash() {}

    /**
     * The hash by which the next block refers to a header.
     *
     * @param number the block's number
     * @param previousHash the header's previous hash
     * @param dataHash the header's data hash
     * @return SHA-256
     */
    public static Digest ofHeader(long number, byte[] previousHash, byte[] dataHash) {
        byte[] unsigned = new BigInteger(
                        1, ByteBuffer.allocate(Long.BYTES).putLong(number).array())
                .toByteArray();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(der(INTEGER, unsigned));
        content.writeBytes(der(OCTET_STRING, previousHash));
        content.writeBytes(der(OCTET_STRING, dataHash));
        return Digest.of(der(SEQUENCE, content.toByteArray()));
    }

    static Digest ofHeader(BlockHeader header) {
        return ofHeader(
                header.getNumber(),
                header.getPreviousHash().toByteArray(),
                header.getDataHash().toByteArray());
    }

    static Digest ofData(List<ByteString> envelopes) {
        return Digest.of(envelopes.stream().map(ByteString::toByteArray).toArray(byte[][]::new));
    }

    /** Short or long form of the length, whichever DER prescribes; no part is longer than 65,535 bytes. */
    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 4);
        out.write(tag);
        if (content.length >= 0x80) {
            out.write(content.length > 0xFF ? 0x82 : 0x81);
            if (content.length > 0xFF) {
                out.write(content.length >> 8);
            }
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
