package org.entente.launcher.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of every module, as files. */
final class SourceTree {
    private SourceTree() {}

    /** All production sources of a module; none while it has no {@code src/main/java}. */
    static List<Source> main(Module module) {
        return below(repository().resolve(module.folder()).resolve("src/main/java"));
    }

    /** All test sources of a module; none while it has no {@code src/test/java}. */
    static List<Source> test(Module module) {
        return below(repository().resolve(module.folder()).resolve("src/test/java"));
    }

    /** The folder that holds the Maven wrapper, whichever module the tests run in. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("no mvnw above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    private static List<Source> below(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path root, Path file) {
        try {
            return new Source(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /**
     * One source file.
     *
     * @param path below the source root, with {@code /}
     * @param text the file's whole text
     */
    record Source(String path, String text) {
        /** The folder of the file, which is its package with {@code /} for dots. */
        String folder() {
            return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        }

        boolean isPackageInfo() {
            return path.endsWith("package-info.java");
        }
    }
}
