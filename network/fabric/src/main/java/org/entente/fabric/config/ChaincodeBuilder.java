package org.entente.fabric.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.certs.file.WholeFiles;

/**
 * The external builder that tells a peer where the contract already serves (Fabric, "External Builders and Launchers"): it
 * builds nothing, and hands on where to connect.
 */
public final class ChaincodeBuilder {
    /** As {@code core.yaml} names it. */
    public static final String NAME = "entente_service";

    /** As a package's metadata names it. */
    static final String TYPE = "entente-service";

    private static final Map<String, String> PROGRAMS =
            Map.of("detect", """
            #!/bin/sh
            exec grep -q '"type":"TYPE"' "$2/metadata.json"
            """.replace("TYPE", TYPE), "build", """
            #!/bin/sh
            exec cp "$1/connection.json" "$3/connection.json"
            """, "release", """
            #!/bin/sh
            set -eu
            mkdir -p "$2/chaincode/server"
            cp "$1/connection.json" "$2/chaincode/server/connection.json"
            """);

    private ChaincodeBuilder() {}

    /**
     * Writes the builder's programs.
     *
     * @param folder its folder
     */
    public static void write(Path folder) {
        Path programs = folder.resolve("bin");
        try {
            Files.createDirectories(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PROGRAMS.forEach((name, lines) -> {
            Path file = programs.resolve(name);
            WholeFiles.write(file, lines.getBytes(StandardCharsets.US_ASCII), WholeFiles.Readers.EVERYBODY);
            if (!file.toFile().setExecutable(true, false)) {
                throw new IllegalStateException("cannot be made executable: " + file);
            }
        });
    }
}
