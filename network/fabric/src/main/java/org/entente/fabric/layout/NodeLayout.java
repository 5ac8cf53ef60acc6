package org.entente.fabric.layout;

import java.nio.file.Path;

/**
 * Where the files of one node or client stand.
 *
 * @param folder its own; also the working folder of its process
 */
public record NodeLayout(Path folder) {
    /**
     * Its identity.
     *
     * @return an MSP folder
     */
    public Path msp() {
        return folder.resolve("msp");
    }

    /**
     * Its certificate for TLS.
     *
     * @return PEM
     */
    public Path tlsCertificate() {
        return folder.resolve("tls").resolve("cert.pem");
    }

    /**
     * The key of {@link #tlsCertificate()}.
     *
     * @return PEM, for its owner only
     */
    public Path tlsKey() {
        return folder.resolve("tls").resolve("key.pem");
    }

    /**
     * The root of the member's TLS certificates.
     *
     * @return PEM
     */
    public Path tlsRoot() {
        return folder.resolve("tls").resolve("root.pem");
    }

    /**
     * What the node stores.
     *
     * @return a folder
     */
    public Path data() {
        return folder.resolve("data");
    }

    /**
     * What the node says.
     *
     * @return a file
     */
    public Path log() {
        return folder.resolve("log.txt");
    }

    /**
     * Which process it is.
     *
     * @return a file, while it runs
     */
    public Path process() {
        return folder.resolve("process");
    }
}
