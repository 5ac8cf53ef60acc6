package org.entente.api.settings;

import java.nio.file.Path;

/** Where the key stands with which a node signs its transactions. */
public sealed interface NodeIdentity {
    /**
     * In a file of its own.
     *
     * @param file PKCS#12
     */
    record KeyStore(Path file) implements NodeIdentity {}

    /**
     * In an MSP folder, as fabric-ca and {@code ./entente network} make it.
     *
     * @param folder with {@code signcerts} and {@code keystore}
     */
    record Msp(Path folder) implements NodeIdentity {}
}
