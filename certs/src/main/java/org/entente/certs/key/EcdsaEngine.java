package org.entente.certs.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;

/** ECDSA on P-256 with SHA-256, with the lower of the two possible values of s alone, as Fabric demands. */
final class EcdsaEngine {
    private final ProviderSignatures signatures;

    EcdsaEngine(Provider provider) {
        this.signatures = new ProviderSignatures(KeyAlgorithm.P256, provider);
    }

    String name() {
        return provider().getName();
    }

    Provider provider() {
        return signatures.provider();
    }

    KeyPair generate() {
        return signatures.generate();
    }

    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return signatures.privateKey(pkcs8);
    }

    /** Empty unless the bytes are the one accepted encoding of a point on the curve. */
    Optional<PublicKey> publicKey(byte[] spki) {
        return signatures.publicKey(spki);
    }

    byte[] sign(PrivateKey key, byte[] data) {
        byte[] der = signatures.sign(key, data);
        EcdsaSignature signature = EcdsaSignature.parse(der).orElseThrow();
        return signature.isLow() ? der : signature.low().der();
    }

    boolean verifies(byte[] spki, byte[] data, byte[] derSignature) {
        return EcdsaSignature.parse(derSignature).filter(EcdsaSignature::isLow).isPresent()
                && signatures.verifies(spki, data, derSignature);
    }

    boolean verifiesFixedWidth(byte[] spki, byte[] data, byte[] fixedWidth) {
        return EcdsaSignature.ofFixedWidth(fixedWidth)
                .filter(signature ->
                        signatures.verifies(spki, data, signature.low().der()))
                .isPresent();
    }
}
