package org.entente.certs.msp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.Pem;

/** Reads an MSP folder, whoever wrote it (this module, cryptogen, fabric-ca). */
final class MspFolderReader {
    static final String CRL_LABEL = "X509 CRL";
    private static final Pattern NODE_OUS_ENABLED = Pattern.compile(
            "(?m)^NodeOUs:[^\\S\\n]*\\R(?:^[^\\S\\n]+.*\\R)*?^[^\\S\\n]+Enable:[^\\S\\n]+true[^\\S\\n]*$");

    private final Path folder;

    MspFolderReader(Path folder) {
        this.folder = folder;
    }

    MspFolder read() {
        if (!Files.isDirectory(folder)) {
            throw new FileFaultException(FileFault.MISSING, folder, "no such folder");
        }
        Path config = folder.resolve("config.yaml");
        if (!NODE_OUS_ENABLED
                .matcher(new String(WholeFiles.read(config), StandardCharsets.UTF_8))
                .find()) {
            throw new FileFaultException(FileFault.DAMAGED, config, "node OUs are not enabled");
        }
        List<X509Certificate> roots = certificates("cacerts");
        if (roots.isEmpty()) {
            throw new FileFaultException(FileFault.DAMAGED, folder, "no root certificate in cacerts");
        }
        return new MspFolder(roots, certificates("tlscacerts"), revocations(), own(roots));
    }

    private Optional<CertifiedKey> own(List<X509Certificate> roots) {
        List<X509Certificate> signing = certificates("signcerts");
        if (signing.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate certificate = signing.get(0);
        byte[] spki = certificate.getPublicKey().getEncoded();
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        roots.stream()
                .filter(root -> root.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .ifPresent(chain::add);
        Path keystore = folder.resolve("keystore");
        return Optional.of(files(keystore).stream()
                .flatMap(file -> SoftwareKey.ofPem(WholeFiles.read(file), spki).stream())
                .findFirst()
                .map(key -> new CertifiedKey(key, chain))
                .orElseThrow(() -> new FileFaultException(
                        FileFault.DAMAGED, keystore, "holds no key of the certificate in signcerts")));
    }

    private List<X509Certificate> certificates(String name) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files(folder.resolve(name))) {
            certificates.add(Certificates.parsePem(WholeFiles.read(file))
                    .orElseThrow(() -> new FileFaultException(FileFault.DAMAGED, file, "not one certificate in PEM")));
        }
        return certificates;
    }

    private List<X509CRL> revocations() {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files(folder.resolve("crls"))) {
            byte[] der = Pem.decode(CRL_LABEL, WholeFiles.read(file))
                    .orElseThrow(
                            () -> new FileFaultException(FileFault.DAMAGED, file, "not one revocation list in PEM"));
            try {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(der)));
            } catch (GeneralSecurityException | RuntimeException e) {
                throw new FileFaultException(FileFault.DAMAGED, file, "not a revocation list", e);
            }
        }
        return lists;
    }

    /** In the order of their names, so that every reader sees the same first. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new FileFaultException(FileFault.INACCESSIBLE, folder, "cannot be listed", e);
        }
    }
}
