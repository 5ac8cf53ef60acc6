package org.entente.model.statement;

/** Signs batch headers for one member. A file key store or an HSM stands behind it. */
public interface BatchSigner {
    /**
     * Which key signs.
     *
     * @return its id in the member's published keys
     */
    String keyId();

    /**
     * Signs a header.
     *
     * @param headerBytes canonical header bytes
     * @return an ECDSA P-256 signature over their SHA-256 in ASN.1 DER with low S
     */
    byte[] sign(byte[] headerBytes);
}
