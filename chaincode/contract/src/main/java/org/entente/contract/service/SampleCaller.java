package org.entente.contract.service;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Callers as a peer hands them to the contract; no peer would let one of these in. */
public final class SampleCaller {
    private SampleCaller() {}

    /**
     * A caller with a certificate that nobody trusts and that never counts: whom to let in is the peer's to say.
     *
     * @param member MSP id
     * @param role the Node OU, such as {@code client} or {@code admin}
     * @return a serialized identity
     */
    public static byte[] of(String member, String role) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            new X500Name("CN=rehearsal"),
                            BigInteger.ONE,
                            Date.from(Instant.EPOCH),
                            Date.from(Instant.EPOCH),
                            new X500Name("OU=" + role + ",CN=rehearsal"),
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            StringWriter pem = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
                writer.writeObject(certificate);
            }
            return SerializedIdentity.newBuilder()
                    .setMspid(member)
                    .setIdBytes(ByteString.copyFromUtf8(pem.toString()))
                    .build()
                    .toByteArray();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("this JVM makes no certificates", e);
        }
    }
}
