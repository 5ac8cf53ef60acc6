package org.entente.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;

/** Where the build put the API and what it needs: a class path of its own, which the launcher's never meets. */
final class ApiFiles {
    private static final String NAME = "entente-api-";

    private ApiFiles() {}

    /** The API's jar, then its libraries by name: a start archive counts for exactly one order. */
    static List<Path> classPath() {
        Path target = target();
        List<Path> jars = new ArrayList<>(jars(target).stream()
                .filter(jar -> jar.getFileName().toString().startsWith(NAME))
                .toList());
        if (jars.size() != 1 || !Files.isDirectory(target.resolve("lib"))) {
            throw new ConsortiumFailure(
                    Code.API,
                    "the API is not built: " + target + " does not hold its jar and its libraries",
                    "./entente builds what is missing; with Maven: ./mvnw -pl launcher -am package");
        }
        jars.addAll(jars(target.resolve("lib")));
        return jars;
    }

    private static Path target() {
        String named = System.getProperty("entente.api");
        return named != null
                ? Path.of(named).toAbsolutePath()
                : Path.of(System.getProperty("entente.home", ""), "api", "target")
                        .toAbsolutePath();
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
