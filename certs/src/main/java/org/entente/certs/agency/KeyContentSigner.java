package org.entente.certs.agency;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.entente.certs.key.SigningKey;

/** Lets BouncyCastle's builders sign with any {@link SigningKey}, one behind an HSM included. */
final class KeyContentSigner implements ContentSigner {
    private final SigningKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    KeyContentSigner(SigningKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(content.toByteArray());
    }
}
