package org.entente.launcher.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.certs.x509.Certificates;

/** Certificates and keys under members' folders, wherever Fabric wants them to stand. */
final class NetworkSecrets {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final String KEY = "PRIVATE KEY-----";
    private static final List<String> KEY_FILES = List.of(".p12", ".password", ".tar.gz", "key.pem.base64");

    private final List<Path> folders;

    NetworkSecrets(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * A certificate and where it was found.
     *
     * @param file its file, from the members' common folder on
     * @param certificate what it says
     */
    record Dated(String file, X509Certificate certificate) {}

    /**
     * Files that hold certificates.
     *
     * @param dated those that can be read
     * @param unread those that say they are one and cannot be read
     */
    record Found(List<Dated> dated, List<String> unread) {}

    /**
     * Files that hold private keys.
     *
     * @param count how many
     * @param open those that others than their owner may read or write
     * @param unknown those of which the file system does not say who may
     */
    record Keys(int count, List<String> open, List<String> unknown) {}

    Found certificates() {
        List<Dated> dated = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Path file : small()) {
            byte[] content = read(file);
            if (isCertificate(file, content)) {
                Certificates.parsePem(content)
                        .ifPresentOrElse(one -> dated.add(new Dated(name(file), one)), () -> unread.add(name(file)));
            }
        }
        return new Found(dated, unread);
    }

    Keys keys() {
        int count = 0;
        List<String> open = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Path file : small()) {
            if (isKey(file)) {
                count++;
                switch (readers(file)) {
                    case OWNER -> {}
                    case OTHERS -> open.add(name(file));
                    case UNKNOWN -> unknown.add(name(file));
                }
            }
        }
        return new Keys(count, open, unknown);
    }

    /** What is named as one, or begins as one; a node's log may quote some. */
    private static boolean isCertificate(Path file, byte[] content) {
        return file.getFileName().toString().endsWith(".pem")
                ? !text(content).contains(KEY)
                : text(content).startsWith("-----BEGIN CERTIFICATE-----");
    }

    private enum Readers {
        OWNER,
        OTHERS,
        UNKNOWN
    }

    /** Keys of PKCS#12, passwords, packages that a peer installs, and PEM, also once more in base64 as the shim reads it. */
    private static boolean isKey(Path file) {
        String name = file.getFileName().toString();
        return KEY_FILES.stream().anyMatch(name::endsWith) || text(read(file)).contains(KEY);
    }

    private static Readers readers(Path file) {
        try {
            Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
            return OTHERS.stream().anyMatch(may::contains) ? Readers.OTHERS : Readers.OWNER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedOperationException e) {
            return Readers.UNKNOWN;
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private String name(Path file) {
        return folders.stream()
                .filter(file::startsWith)
                .map(folder ->
                        folder.getFileName().resolve(folder.relativize(file)).toString())
                .findFirst()
                .orElse(file.toString());
    }

    /** Not the ledger: no certificate or key is that large. */
    private List<Path> small() {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files =
                    Files.find(folder, 8, (file, about) -> about.isRegularFile() && about.size() <= MAX_BYTES)) {
                files.filter(file -> !isStored(folder.relativize(file)))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** What a node stores of the ledger, under its folder {@code data}. */
    private static boolean isStored(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(part -> part.toString().equals("data"));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
