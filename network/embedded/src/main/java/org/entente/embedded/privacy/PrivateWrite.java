package org.entente.embedded.privacy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a transaction writes in one collection, in clear.
 *
 * @param block the block it stands in; in a transient store the height at endorsement
 * @param transaction its position in the block; in a transient store 0
 * @param transactionId the transaction
 * @param collection the collection
 * @param set the encoded private read-write set
 * @param trimmed whether purged keys were taken out, so that the set no longer has the hash in the block
 */
public record PrivateWrite(
        long block, long transaction, String transactionId, String collection, ByteString set, boolean trimmed) {
    private static final int BLOCK = 1;
    private static final int TRANSACTION = 2;
    private static final int TRANSACTION_ID = 3;
    private static final int COLLECTION = 4;
    private static final int SET = 5;
    private static final int TRIMMED = 6;

    /**
     * Encodes this for a log.
     *
     * @return protobuf wire format, fields 1 to 6 in the order of the components
     */
    public ByteString encode() {
        ByteString.Output bytes = ByteString.newOutput(set.size() + 128);
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeUInt64(BLOCK, block);
            out.writeUInt64(TRANSACTION, transaction);
            out.writeString(TRANSACTION_ID, transactionId);
            out.writeString(COLLECTION, collection);
            out.writeBytes(SET, set);
            out.writeBool(TRIMMED, trimmed);
            out.flush();
            return bytes.toByteString();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param bytes the bytes
     * @return the write
     * @throws IllegalArgumentException when they are something else
     */
    public static PrivateWrite decode(ByteString bytes) {
        try {
            CodedInputStream in = bytes.newCodedInput();
            long block = expect(in, BLOCK).readUInt64();
            long transaction = expect(in, TRANSACTION).readUInt64();
            String transactionId = expect(in, TRANSACTION_ID).readStringRequireUtf8();
            String collection = expect(in, COLLECTION).readStringRequireUtf8();
            ByteString set = expect(in, SET).readBytes();
            boolean trimmed = expect(in, TRIMMED).readBool();
            return new PrivateWrite(block, transaction, transactionId, collection, set, trimmed);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a private write", e);
        }
    }

    private static CodedInputStream expect(CodedInputStream in, int field) throws IOException {
        if (in.readTag() >>> 3 != field) {
            throw new IOException("field " + field + " is missing");
        }
        return in;
    }

    /**
     * Where the write stands.
     *
     * @return block, transaction and collection
     */
    public PrivateWriteRef ref() {
        return new PrivateWriteRef(block, transaction, collection);
    }
}
