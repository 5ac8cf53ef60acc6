package org.entente.embedded.store;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of checksummed records. A record is: magic (4 bytes), length (4), CRC-32C of these eight (4), CRC-32C
 * of the body (4), body; big-endian. A process that is killed leaves at most an unfinished record at the end, which is cut
 * off when the file is opened; anything else that is not as written refuses to open. Appending is for one thread at a
 * time, which this class sees to; reading and forcing are for any.
 */
public final class RecordLog implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final Object forcing = new Object();
    private volatile long end;
    private volatile long forced;

    private RecordLog(Path file, FileChannel channel, long end) {
        this.file = file;
        this.channel = channel;
        this.end = end;
        this.forced = end;
    }

    /** Sees each record of a file that is being opened. */
    public interface Visitor {
        /**
         * One record.
         *
         * @param position where it stands
         * @param body its body
         */
        void visit(long position, ByteString body);
    }

    /**
     * Opens a file, made if absent, and shows what is in it.
     *
     * @param file the file
     * @param visitor sees each record in order
     * @return the log, ready to append
     * @throws DamagedStoreException when the file was changed after it was written
     */
    public static RecordLog open(Path file, Visitor visitor) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                return new RecordLog(file, channel, RecordScan.scan(file, channel, visitor));
            } catch (RuntimeException | IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /**
     * Appends a record. It survives the death of the process, but not of the machine before {@link #force}.
     *
     * @param body the record's body
     * @return where it stands
     */
    public synchronized long append(ByteString body) {
        long position = end;
        try {
            ByteBuffer[] parts = {RecordFrame.of(body), body.asReadOnlyByteBuffer()};
            channel.position(position);
            while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
                channel.write(parts);
            }
        } catch (IOException e) {
            cutBack(position, e);
            throw new UncheckedIOException("cannot write to " + file + ": " + e.getMessage(), e);
        }
        end = channelPosition();
        return position;
    }

    /** Returns when everything appended so far is on the disk. Threads that wait together share one write. */
    public void force() {
        long target = size();
        synchronized (forcing) {
            if (forced >= target) {
                return;
            }
            long covers = size();
            try {
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot force " + file + " to disk", e);
            }
            forced = covers;
        }
    }

    /**
     * Reads a record.
     *
     * @param position where it stands
     * @return its body
     * @throws DamagedStoreException when it is not as written
     */
    public ByteString read(long position) {
        try {
            @Nullable ByteString body = RecordScan.readAt(channel, position, size());
            if (body == null) {
                throw new DamagedStoreException(file + " was changed at byte " + position + " while in use");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Forgets everything from a position on.
     *
     * @param position where a record stood
     */
    public synchronized void truncate(long position) {
        try {
            channel.truncate(position);
            channel.force(true);
            end = position;
            forced = Math.min(forced, position);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot shorten " + file, e);
        }
    }

    /**
     * How long the file is.
     *
     * @return bytes
     */
    public long size() {
        return end;
    }

    /**
     * Which file this is.
     *
     * @return its path
     */
    public Path file() {
        return file;
    }

    private void cutBack(long position, IOException cause) {
        try {
            channel.truncate(position);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private long channelPosition() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
