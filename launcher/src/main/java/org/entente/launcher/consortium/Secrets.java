package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.entente.certs.file.WholeFiles;

/** Passwords made by this machine for itself, each in a file that only its owner reads. */
final class Secrets {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** The password in a file, made if there is none yet. */
    static String keep(Path file) {
        if (!Files.exists(file)) {
            WholeFiles.write(file, hex(BYTES).getBytes(StandardCharsets.US_ASCII), WholeFiles.Readers.OWNER);
        }
        return new String(WholeFiles.read(file), StandardCharsets.US_ASCII);
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
