package org.entente.leak;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * PostgreSQL's write-ahead log without its page headers. A record that does not fit on a page goes on after the next
 * page's header, and so does a text inside it: in the file as it is, neither can be found. Layout: {@code
 * src/include/access/xlog_internal.h} of PostgreSQL ({@code XLogPageHeaderData}), in the machine's own byte order.
 */
final class WriteAheadLog {
    static final int PAGE = 8192;

    private static final int SHORT_HEADER = 24;
    private static final int LONG_HEADER = 40;
    private static final int INFO_AT = 2;
    private static final int LONG_HEADER_BIT = 2;

    private byte[] tail = new byte[0];

    /** Whether a file is a segment of a log. */
    static boolean isSegment(Path file) {
        Path folder = file.getParent();
        return folder != null
                && folder.endsWith("pg_wal")
                && file.getFileName().toString().matches("[0-9A-F]{24}");
    }

    /**
     * The records of the next segment, with the end of the segment before it: a record may go on there too.
     *
     * @param segment whole pages, in the order of the segments' names
     * @return bytes to search
     */
    byte[] records(byte[] segment) {
        ByteArrayOutputStream records = new ByteArrayOutputStream(tail.length + segment.length);
        records.writeBytes(tail);
        for (int at = 0; at + PAGE <= segment.length; at += PAGE) {
            int info = ByteBuffer.wrap(segment, at + INFO_AT, Short.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .getShort();
            int header = (info & LONG_HEADER_BIT) == 0 ? SHORT_HEADER : LONG_HEADER;
            records.write(segment, at + header, PAGE - header);
        }
        byte[] all = records.toByteArray();
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - PAGE), all.length);
        return all;
    }
}
