package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.entente.embedded.crypto.Sha256;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** The hash chain of blocks: each header holds the hash of the one before it, over its ASN.1 DER form. */
public final class BlockHeaders {
    private BlockHeaders() {}

    /**
     * The form of a header that is hashed and signed: SEQUENCE of number, previous hash, data hash.
     *
     * @param header the header
     * @return DER
     */
    public static ByteString encode(BlockHeader header) {
        BigInteger number = new BigInteger(
                1, ByteBuffer.allocate(Long.BYTES).putLong(header.getNumber()).array());
        DERSequence sequence = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
            new ASN1Integer(number),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        });
        try {
            return ByteString.copyFrom(sequence.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a header without an encoding", e);
        }
    }

    /**
     * The hash by which the next block refers to this one.
     *
     * @param header the header
     * @return 32 bytes
     */
    public static ByteString hash(BlockHeader header) {
        return Sha256.of(encode(header));
    }

    /**
     * The hash of a block's transactions.
     *
     * @param envelopes the encoded envelopes in order
     * @return 32 bytes
     */
    public static ByteString dataHash(Iterable<ByteString> envelopes) {
        return Sha256.of(envelopes);
    }
}
