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
            if (isUnfinished(channel, position, size)) {
                channel.truncate(position);
                channel.force(true);
                return position;
            }
            @Nullable ByteString body = readAt(channel, position, size);
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
     * also have lengthened the file before the bytes arrived, which leaves zeros to the end.
     */
    private static boolean isUnfinished(FileChannel channel, long position, long size) throws IOException {
        if (size - position < RecordFrame.BYTES) {
            return true;
        }
        RecordFrame frame = RecordFrame.parse(bytes(channel, position, RecordFrame.BYTES));
        return frame == null
                ? isZeroToTheEnd(channel, position, size)
                : size - position - RecordFrame.BYTES < frame.length();
    }

    private static boolean isZeroToTheEnd(FileChannel channel, long position, long size) throws IOException {
        for (long at = position; at < size; at += 1 << 16) {
            ByteBuffer part = bytes(channel, at, (int) Math.min(1 << 16, size - at));
            while (part.hasRemaining()) {
                if (part.get() != 0) {
                    return false;
                }
            }
        }
        return true;
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
