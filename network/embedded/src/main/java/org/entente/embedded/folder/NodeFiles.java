package org.entente.embedded.folder;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.Certificates;

/** A key and its certificate as two PEM files, {@code key.pem} for the owner only and {@code cert.pem}. */
final class NodeFiles {
    private static final String CERTIFICATE = "cert.pem";
    private static final String KEY = "key.pem";

    private NodeFiles() {}

    static void write(Path folder, CertifiedKey key) {
        WholeFiles.createFolder(folder, WholeFiles.Readers.OWNER, draft -> {
            WholeFiles.write(
                    draft.resolve(CERTIFICATE), Certificates.pem(key.certificate()), WholeFiles.Readers.EVERYBODY);
            WholeFiles.write(draft.resolve(KEY), key.key().privateKeyPem(), WholeFiles.Readers.OWNER);
        });
    }

    static CertifiedKey read(Path folder) {
        X509Certificate certificate = Certificates.parsePem(WholeFiles.read(folder.resolve(CERTIFICATE)))
                .orElseThrow(() -> damaged(folder, "its certificate cannot be read"));
        SoftwareKey key = SoftwareKey.ofPem(
                        WholeFiles.read(folder.resolve(KEY)),
                        certificate.getPublicKey().getEncoded())
                .orElseThrow(() -> damaged(folder, "its key cannot be read or is another certificate's"));
        return new CertifiedKey(key, List.of(certificate));
    }

    private static FileFaultException damaged(Path folder, String why) {
        return new FileFaultException(FileFault.DAMAGED, folder, why);
    }
}
