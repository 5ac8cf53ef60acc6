package org.entente.certs.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Reads and writes small files whole: what is written appears under its name complete and on disk, or not at all, even
 * when the machine stops in between. On POSIX file systems secrets are {@code rw-------} from their first byte.
 */
public final class WholeFiles {
    private static final long MAX_BYTES = 1 << 20;

    private WholeFiles() {}

    /** Who may read what is written. */
    public enum Readers {
        /** The owner only. */
        OWNER("rw-------", "rwx------"),
        /** Everybody: certificates are public. */
        EVERYBODY("rw-r--r--", "rwxr-xr-x");

        private final String filePermissions;
        private final String folderPermissions;

        Readers(String filePermissions, String folderPermissions) {
            this.filePermissions = filePermissions;
            this.folderPermissions = folderPermissions;
        }
    }

    /** Fills a folder that nobody else sees yet. */
    @FunctionalInterface
    public interface FolderContent {
        /**
         * Writes the files.
         *
         * @param folder an empty folder
         * @throws IOException when a file cannot be written
         */
        void writeInto(Path folder) throws IOException;
    }

    /**
     * Reads a file of at most 1 MiB.
     *
     * @param file the file
     * @return its bytes
     * @throws FileFaultException MISSING, DAMAGED (larger than any key file) or INACCESSIBLE
     */
    public static byte[] read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new FileFaultException(FileFault.DAMAGED, file, "larger than 1 MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FileFaultException(FileFault.MISSING, file, "no such file", e);
        } catch (IOException e) {
            throw new FileFaultException(FileFault.INACCESSIBLE, file, "cannot be read", e);
        }
    }

    /**
     * Writes or replaces a file.
     *
     * @param file the file; its folder must exist
     * @param content its bytes
     * @param readers who may read it
     * @throws FileFaultException INACCESSIBLE; the old file, if any, is then untouched
     */
    public static void write(Path file, byte[] content, Readers readers) {
        Path folder = parentOf(file);
        try {
            Path draft = Files.createTempFile(folder, ".", ".draft");
            try {
                permit(draft, readers.filePermissions);
                try (FileChannel channel = FileChannel.open(draft, WRITE)) {
                    ByteBuffer rest = ByteBuffer.wrap(content);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, ATOMIC_MOVE);
                sync(folder);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new FileFaultException(FileFault.INACCESSIBLE, file, "cannot be written", e);
        }
    }

    /**
     * Creates a folder with all its files at once.
     *
     * @param folder the folder; must not exist, its parent must
     * @param readers who may enter it
     * @param content writes the files
     * @throws FileFaultException EXISTS or INACCESSIBLE; nothing is then left behind
     */
    public static void createFolder(Path folder, Readers readers, FolderContent content) {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileFaultException(FileFault.EXISTS, folder, "exists already and is not overwritten");
        }
        try {
            Path draft = Files.createTempDirectory(parentOf(folder), ".draft");
            try {
                content.writeInto(draft);
                permit(draft, readers.folderPermissions);
                Files.move(draft, folder, ATOMIC_MOVE);
                sync(parentOf(folder));
            } finally {
                deleteAll(draft);
            }
        } catch (IOException e) {
            throw new FileFaultException(FileFault.INACCESSIBLE, folder, "cannot be written", e);
        }
    }

    private static Path parentOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new FileFaultException(FileFault.INACCESSIBLE, path, "a root folder cannot be written");
        }
        return parent;
    }

    private static void permit(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    /** Without this the new name itself could be lost with the power. Windows cannot open a folder, and need not. */
    private static void sync(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static void deleteAll(Path draft) throws IOException {
        if (Files.notExists(draft)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(draft)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
