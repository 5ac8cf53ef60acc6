package org.entente.launcher.consortium;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.MemberId;

/**
 * The folder that holds everything of a consortium: {@code network/}, {@code postgres/} and one folder a member. The
 * operating system lets go of its lock when the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {
    /** PostgreSQL alone takes about 60 MB for five empty databases. */
    private static final long LEAST_BYTES = 256L << 20;

    private static final String LOCK = "entente.lock";

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            checkContent(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new ConsortiumFailure(
                        Code.FOLDER_IN_USE,
                        "another process has " + root + " open",
                        "End the other run (Ctrl-C in its terminal), or choose another folder.");
            }
            checkRoom(root);
            return new DataFolder(root, channel);
        } catch (FileAlreadyExistsException e) {
            throw unusable(root, "a file is in the way: " + e.getFile(), e);
        } catch (IOException e) {
            throw unusable(root, e.toString(), e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A folder with other things in it was named by mistake: databases are not strewn among somebody's files. */
    private static void checkContent(Path root) throws IOException {
        if (Files.exists(root.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.findAny().isPresent()) {
                throw new ConsortiumFailure(
                        Code.FOLDER_FOREIGN,
                        root + " holds other files and no network",
                        "Name an empty folder, one that does not exist yet, or one of an earlier run.");
            }
        }
    }

    private static void checkRoom(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < LEAST_BYTES && !Files.exists(root.resolve("postgres"))) {
            throw new ConsortiumFailure(
                    Code.DISK_FULL,
                    (free >> 20) + " MB are free at " + root + ", " + (LEAST_BYTES >> 20) + " MB are needed",
                    "Make room, or name a folder on another disk (--data).");
        }
    }

    private static ConsortiumFailure unusable(Path root, String why, IOException cause) {
        return new ConsortiumFailure(
                Code.FOLDER_UNUSABLE,
                "the folder " + root + " cannot be used: " + why,
                "Name a folder that this user may write, on a disk with room.",
                cause);
    }

    Path root() {
        return root;
    }

    Path network() {
        return root.resolve("network");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path member(MemberId member) {
        return root.resolve(member.value());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot let go of " + root, e);
        }
    }
}
