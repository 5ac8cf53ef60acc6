package org.entente.model.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/**
 * A golden file in the repository, which a test can make anew with {@code -Dentente.regenerate=golden}.
 *
 * @param path where it is, from this module
 */
public record CommittedFile(Path path) {
    private static final String KIND = "golden";
    private static final String REGENERATE = System.getProperty("entente.regenerate", "");

    /** A golden file of this module. */
    public static CommittedFile golden(String name) {
        return new CommittedFile(Path.of("src/test/resources/golden", name));
    }

    /** Whether this file is to be written instead of compared. */
    public boolean isRegenerated() {
        return REGENERATE.equals(KIND);
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
                        path, KIND)
                .isEqualTo(expected);
    }
}
