package org.entente.certs.msp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.file.WholeFiles.Readers;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Pem;

/** Writes an MSP folder in the layout that peers and orderers read at start. */
final class MspFolderWriter {
    private MspFolderWriter() {}

    static void write(Path folder, MspFolder msp) {
        WholeFiles.createFolder(folder, Readers.EVERYBODY, draft -> {
            certificates(draft.resolve("cacerts"), "ca", msp.roots());
            certificates(draft.resolve("tlscacerts"), "tlsca", msp.tlsRoots());
            revocations(draft.resolve("crls"), msp.revocations());
            if (msp.own().isPresent()) {
                own(draft, msp.own().get());
            }
            write(draft.resolve("config.yaml"), nodeOus(msp.roots().size()).getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static void certificates(Path folder, String name, List<X509Certificate> certificates) throws IOException {
        if (certificates.isEmpty()) {
            return;
        }
        Files.createDirectory(folder);
        for (int i = 0; i < certificates.size(); i++) {
            write(folder.resolve(numbered(name, i)), Certificates.pem(certificates.get(i)));
        }
    }

    private static void revocations(Path folder, List<X509CRL> lists) throws IOException {
        if (lists.isEmpty()) {
            return;
        }
        Files.createDirectory(folder);
        for (int i = 0; i < lists.size(); i++) {
            try {
                String pem = Pem.encode(MspFolderReader.CRL_LABEL, lists.get(i).getEncoded());
                write(folder.resolve(numbered("crl", i)), pem.getBytes(StandardCharsets.US_ASCII));
            } catch (CRLException e) {
                throw new IllegalArgumentException("a revocation list without an encoding", e);
            }
        }
    }

    private static void own(Path folder, CertifiedKey own) throws IOException {
        certificates(folder.resolve("signcerts"), "cert", List.of(own.certificate()));
        Path keystore = Files.createDirectory(folder.resolve("keystore"));
        WholeFiles.write(keystore.resolve("priv_sk"), own.key().privateKeyPem(), Readers.OWNER);
    }

    private static String numbered(String name, int index) {
        return index == 0 ? name + ".pem" : name + (index + 1) + ".pem";
    }

    /** With one root Fabric also ties each role to it; with several, during a change of root, any of them may issue. */
    private static String nodeOus(int roots) {
        StringBuilder yaml = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (NodeRole role : NodeRole.values()) {
            String unit = role.organizationalUnit();
            String title = unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
            yaml.append("  ").append(title).append("OUIdentifier:\n");
            if (roots == 1) {
                yaml.append("    Certificate: cacerts/ca.pem\n");
            }
            yaml.append("    OrganizationalUnitIdentifier: ").append(unit).append('\n');
        }
        return yaml.toString();
    }

    private static void write(Path file, byte[] content) {
        WholeFiles.write(file, content, Readers.EVERYBODY);
    }
}
