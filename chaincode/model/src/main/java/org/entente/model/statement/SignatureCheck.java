package org.entente.model.statement;

/** Verifies batch signatures; this module has no cryptography of its own beyond SHA-256. */
@FunctionalInterface
public interface SignatureCheck {
    /**
     * Whether a signature is the key's over the data. Never throws: what cannot be checked does not verify.
     *
     * @param spki the public key as a DER SubjectPublicKeyInfo (RFC 5280)
     * @param data the bytes that were signed
     * @param derSignature ECDSA P-256 over SHA-256 in ASN.1 DER with low S
     * @return true only if it verifies
     */
    boolean verifies(byte[] spki, byte[] data, byte[] derSignature);
}
