package org.entente.embedded.store;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a record's body.
 *
 * @param length of the body, bytes
 * @param bodyCrc CRC-32C of the body
 */
record RecordFrame(int length, int bodyCrc) {
    static final int BYTES = 16;
    static final int MAX_BODY = 256 << 20;
    private static final int MAGIC = 0x454e5431;

    static ByteBuffer of(ByteString body) {
        ByteBuffer frame = ByteBuffer.allocate(BYTES).putInt(MAGIC).putInt(body.size());
        frame.putInt(crc(frame.duplicate().flip())).putInt(crc(body.asReadOnlyByteBuffer()));
        return frame.flip();
    }

    /**
     * Reads a frame.
     *
     * @param frame 16 bytes
     * @return the frame, or null when it is not one
     */
    static @Nullable RecordFrame parse(ByteBuffer frame) {
        int expected = crc(frame.duplicate().limit(frame.position() + 8));
        int magic = frame.getInt();
        int length = frame.getInt();
        boolean good = frame.getInt() == expected && magic == MAGIC && length >= 0 && length <= MAX_BODY;
        return good ? new RecordFrame(length, frame.getInt()) : null;
    }

    boolean covers(ByteBuffer body) {
        return crc(body.duplicate()) == bodyCrc;
    }

    private static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
