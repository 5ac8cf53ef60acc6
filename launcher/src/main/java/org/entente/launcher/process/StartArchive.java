package org.entente.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.model.ledger.Digest;

/**
 * The classes of a program as its JVM had them at the end of an earlier run (class-data sharing, JEP 350): a start with it
 * takes about three quarters of the processor time. It counts for exactly these jars and this Java, and stands beside the
 * first jar; the JVM leaves aside what does not fit.
 */
public final class StartArchive {
    private static final String NAME = "start-";
    private static final String SUFFIX = ".jsa";

    private final Optional<Path> file;

    private StartArchive(Optional<Path> file) {
        this.file = file;
    }

    /**
     * The archive of a program.
     *
     * @param classPath its jars; folders have no archive
     * @return the archive, whether it exists yet or not
     */
    public static StartArchive of(List<Path> classPath) {
        if (classPath.isEmpty()
                || classPath.stream().anyMatch(each -> !each.toString().endsWith(".jar"))) {
            return new StartArchive(Optional.empty());
        }
        try {
            StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
            for (Path jar : classPath) {
                all.append('\n').append(jar).append(' ').append(Files.size(jar));
                all.append(' ').append(Files.getLastModifiedTime(jar).toMillis());
            }
            String digest =
                    Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
            return new StartArchive(
                    Optional.of(classPath.getFirst().resolveSibling(NAME + digest.substring(0, 16) + SUFFIX)));
        } catch (IOException e) {
            return new StartArchive(Optional.empty());
        }
    }

    /**
     * What the JVM is told.
     *
     * @param make whether it makes the archive at its end, if there is none; one process at a time should
     * @return options
     */
    public List<String> options(boolean make) {
        if (file.isEmpty()) {
            return List.of();
        }
        if (Files.exists(file.get())) {
            return List.of("-XX:SharedArchiveFile=" + file.get(), "-Xshare:auto", "-Xlog:cds=off", "-Xlog:aot=off");
        }
        return make
                ? List.of("-XX:ArchiveClassesAtExit=" + draft(file.get()), "-Xlog:cds=off", "-Xlog:aot=off")
                : List.of();
    }

    private static Path draft(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".draft");
    }

    /** Keeps what a process made that was told to and has ended; archives of earlier builds go. */
    public void keep() {
        if (file.isEmpty() || Files.notExists(draft(file.get()))) {
            return;
        }
        Path archive = file.get();
        Path folder = archive.toAbsolutePath().getParent();
        try (Stream<Path> beside = folder == null ? Stream.empty() : Files.list(folder)) {
            for (Path old : beside.filter(StartArchive::isArchive).toList()) {
                Files.deleteIfExists(old);
            }
            Files.move(draft(archive), archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next start is slower, and tries again.
            return;
        }
    }

    private static boolean isArchive(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(NAME) && name.endsWith(SUFFIX);
    }
}
