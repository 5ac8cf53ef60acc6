package org.entente.embedded.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a record file from its start and tells an unfinished end from damage. */
final class RecordScan {
    private static final int PART_BYTES = 1 << 16;
    private static final int LOST_BYTES = 32;

    private RecordScan() {}

    /**
     * Shows all records and cuts off an unfinished one at the end.
     *
     * @return the length of the file after that
     */
    static long scan(Path file, FileChannel channel, RecordLog.Visitor visitor) throws IOException {
        long size = channel.size();
        long position = 0;
        while (position < size) {
            @Nullable ByteString body = readAt(channel, position, size);
            if (body == null && isUnfinished(channel, position, size)) {
                channel.truncate(position);
                channel.force(true);
                return position;
            }
            if (body == null) {
                throw new DamagedStoreException(file + " is damaged at byte " + position + " of " + size
                        + ": a record was changed after it was written. Restore the file from a copy; nothing was"
                        + " started.");
            }
            visitor.visit(position, body);
            position += RecordFrame.BYTES + body.size();
        }
        return position;
    }

    /**
     * Reads one record.
     *
     * @return its body, or null when it is not whole and as written
     */
    static @Nullable ByteString readAt(FileChannel channel, long position, long size) throws IOException {
        if (size - position < RecordFrame.BYTES) {
            return null;
        }
        RecordFrame frame = RecordFrame.parse(bytes(channel, position, RecordFrame.BYTES));
        if (frame == null || size - position - RecordFrame.BYTES < frame.length()) {
            return null;
        }
        ByteBuffer body = bytes(channel, position + RecordFrame.BYTES, frame.length());
        return frame.covers(body) ? UnsafeByteOperations.unsafeWrap(body) : null;
    }

    /**
     * A write that was cut short leaves a part of a frame, or a good frame with a part of its body; a file system may
     * also have lengthened the file before all bytes arrived, which leaves zeros from somewhere in the record to the end.
     */
    private static boolean isUnfinished(FileChannel channel, long position, long size) throws IOException {
        if (size - position < RecordFrame.BYTES) {
            return true;
        }
        RecordFrame frame = RecordFrame.parse(bytes(channel, position, RecordFrame.BYTES));
        long recordEnd = position + RecordFrame.BYTES + (frame == null ? 0 : frame.length());
        return recordEnd > size || endsInLostBytes(channel, position, recordEnd, size);
    }

    /** Whether zeros reach from the record to the file's end, more of them than a record's own last bytes explain. */
    private static boolean endsInLostBytes(FileChannel channel, long position, long recordEnd, long size)
            throws IOException {
        long zerosFrom = firstOfTheLastZeros(channel, position, size);
        return zerosFrom == position || (zerosFrom <= recordEnd && size - zerosFrom >= LOST_BYTES);
    }

    private static long firstOfTheLastZeros(FileChannel channel, long from, long size) throws IOException {
        for (long end = size; end > from; end -= PART_BYTES) {
            long start = Math.max(from, end - PART_BYTES);
            ByteBuffer part = bytes(channel, start, (int) (end - start));
            for (int i = part.limit() - 1; i >= 0; i--) {
                if (part.get(i) != 0) {
                    return start + i + 1;
                }
            }
        }
        return from;
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file ended while it was read");
            }
        }
        return buffer.flip();
    }
}
