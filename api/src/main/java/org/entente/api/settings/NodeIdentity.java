package org.entente.api.settings;

import java.nio.file.Path;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.msp.MspFolder;

/** Where the key stands with which a node signs its transactions. */
public sealed interface NodeIdentity {
    /**
     * Reads the key.
     *
     * @param password opens it, where it is encrypted
     * @return key and certificate
     * @throws FileFaultException if there is none, or it cannot be read
     */
    CertifiedKey open(char[] password);

    /**
     * In a file of its own.
     *
     * @param file PKCS#12
     */
    record KeyStore(Path file) implements NodeIdentity {
        @Override
        public CertifiedKey open(char[] password) {
            return Pkcs12KeyStore.open(file, password);
        }
    }

    /**
     * In an MSP folder, as fabric-ca and {@code ./entente network} make it.
     *
     * @param folder with {@code signcerts} and {@code keystore}
     */
    record Msp(Path folder) implements NodeIdentity {
        @Override
        public CertifiedKey open(char[] password) {
            return MspFolder.read(folder)
                    .own()
                    .orElseThrow(() -> new FileFaultException(
                            FileFault.MISSING, folder, "holds no key of its own (signcerts, keystore)"));
        }
    }
}
