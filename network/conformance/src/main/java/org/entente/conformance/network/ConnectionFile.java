package org.entente.conformance.network;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The properties of a connection file. Paths are relative to the file. The README of this module lists the names. */
final class ConnectionFile {
    private final Path file;
    private final Properties properties;

    private ConnectionFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    static ConnectionFile read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ConnectionFile(file, properties);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(String::strip);
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("the connection file lacks " + name));
    }

    List<String> list(String name) {
        return find(name).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    Path path(String name) {
        return file.resolveSibling(get(name));
    }

    List<Path> paths(String name) {
        return list(name).stream().map(file::resolveSibling).toList();
    }

    /** Runs a command of the file in its folder and waits for its end. */
    void run(String name) {
        try {
            int code = new ProcessBuilder("bash", "-c", get(name))
                    .directory(file.resolveSibling(".").toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
