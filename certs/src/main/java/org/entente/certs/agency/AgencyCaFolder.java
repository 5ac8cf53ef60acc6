package org.entente.certs.agency;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.file.WholeFiles.Readers;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.Subject;
import org.entente.model.member.MemberId;

/** An authority on disk: for each of its two roots a PKCS#12 file with the key and a PEM file to give to others. */
final class AgencyCaFolder {
    static final String IDENTITIES = "ca";
    static final String TLS = "tlsca";

    private AgencyCaFolder() {}

    static void save(Path folder, char[] password, Map<String, CertificateAuthority> authorities) {
        WholeFiles.createFolder(
                folder,
                Readers.OWNER,
                draft -> authorities.forEach((name, authority) -> {
                    if (!(authority.key() instanceof SoftwareKey key)) {
                        throw new IllegalStateException(
                                "the key " + authority.key().keyId() + " cannot leave where it is");
                    }
                    Pkcs12KeyStore.create(
                            draft.resolve(name + ".p12"), password, new CertifiedKey(key, List.of(authority.root())));
                    WholeFiles.write(
                            draft.resolve(name + ".pem"), Certificates.pem(authority.root()), Readers.EVERYBODY);
                }));
    }

    static AgencyCa open(Path folder, char[] password) {
        CertificateAuthority identities = authority(folder, IDENTITIES, password);
        CertificateAuthority tls = authority(folder, TLS, password);
        MemberId member = member(folder, identities.root());
        if (!member.equals(member(folder, tls.root()))) {
            throw new FileFaultException(FileFault.DAMAGED, folder, "its two roots belong to different members");
        }
        return new AgencyCa(member, identities, tls);
    }

    private static CertificateAuthority authority(Path folder, String name, char[] password) {
        Path file = folder.resolve(name + ".p12");
        CertifiedKey opened = Pkcs12KeyStore.open(file, password);
        byte[] pem = WholeFiles.read(folder.resolve(name + ".pem"));
        if (!Arrays.equals(pem, Certificates.pem(opened.certificate()))) {
            throw new FileFaultException(
                    FileFault.DAMAGED, folder, name + ".pem is not the certificate in " + name + ".p12");
        }
        try {
            return new CertificateAuthority(opened.key(), opened.certificate());
        } catch (IllegalArgumentException e) {
            throw new FileFaultException(FileFault.DAMAGED, file, "does not hold a root and its key", e);
        }
    }

    private static MemberId member(Path folder, X509Certificate root) {
        return Subject.of(root).organizations().stream()
                .filter(MemberId::isValid)
                .map(MemberId::new)
                .findFirst()
                .orElseThrow(() -> new FileFaultException(FileFault.DAMAGED, folder, "its root names no member"));
    }
}
