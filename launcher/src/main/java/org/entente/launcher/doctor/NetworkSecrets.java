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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.certs.x509.Certificates;

/** Certificates and keys under members' folders, wherever Fabric wants them to stand. */
final class NetworkSecrets {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

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
     * Files that hold private keys.
     *
     * @param count how many
     * @param open those that others than their owner may read or write
     */
    record Keys(int count, List<String> open) {}

    List<Dated> certificates() {
        List<Dated> found = new ArrayList<>();
        for (Path file : small()) {
            Optional<X509Certificate> certificate = Certificates.parsePem(read(file));
            certificate.ifPresent(one -> found.add(new Dated(name(file), one)));
        }
        return found;
    }

    Keys keys() {
        int count = 0;
        List<String> open = new ArrayList<>();
        for (Path file : small()) {
            if (isKey(file)) {
                count++;
                if (isOpen(file)) {
                    open.add(name(file));
                }
            }
        }
        return new Keys(count, open);
    }

    private static boolean isKey(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".p12")
                || name.endsWith(".password")
                || new String(read(file), StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----");
    }

    private static boolean isOpen(Path file) {
        try {
            Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
            return OTHERS.stream().anyMatch(may::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedOperationException e) {
            // a file system that knows no such permissions
            return false;
        }
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
                files.filter(file -> !folder.relativize(file).toString().contains("data/"))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
