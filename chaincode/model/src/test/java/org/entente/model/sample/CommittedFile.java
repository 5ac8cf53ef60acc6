package org.entente.model.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * A file in the repository that a test can make anew, with {@code -Dentente.regenerate=} and the name of its kind. Kinds
 * are apart, so that a new error code does not sign the golden batch again.
 *
 * @param kind what it belongs to: {@code golden} or {@code errors}
 * @param path where it is, from this module
 */
public record CommittedFile(String kind, Path path) {
    private static final String REGENERATE = System.getProperty("entente.regenerate", "");

    /** A golden file of this module. */
    public static CommittedFile golden(String name) {
        return new CommittedFile("golden", Path.of("src/test/resources/golden", name));
    }

    /** Whether this file is to be written instead of compared. */
    public boolean isRegenerated() {
        return REGENERATE.equals(kind);
    }

    /** The bytes that are committed. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails if other bytes are committed; writes them where that was asked for. */
    public void holds(byte[] expected) {
        try {
            if (isRegenerated()) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, expected);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Assertions.assertThat(Files.exists(path) ? bytes() : new byte[0])
                .as(
                        "%s is stale. If the change is meant: ./mvnw -pl chaincode/model test -Dentente.regenerate=%s",
                        path, kind)
                .isEqualTo(expected);
    }
}
