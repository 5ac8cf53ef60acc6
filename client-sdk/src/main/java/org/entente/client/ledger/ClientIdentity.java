package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * As whom this node signs transactions: a certificate of the node, not of an officer (architecture rule 2).
 *
 * @param member whose MSP it belongs to
 * @param certificate with the organisational unit {@code client}
 * @param signer signs digests with the certificate's key
 */
public record ClientIdentity(MemberId member, X509Certificate certificate, Signer signer) {
    /**
     * An identity whose key is in memory.
     *
     * @param member whose MSP it belongs to
     * @param certificatePem PEM
     * @param key its private key
     * @return the identity
     * @throws IllegalArgumentException if the certificate cannot be read
     */
    public static ClientIdentity of(MemberId member, byte[] certificatePem, PrivateKey key) {
        return of(member, certificatePem, Signers.newPrivateKeySigner(key));
    }

    /**
     * An identity whose key may be in an HSM.
     *
     * @param member whose MSP it belongs to
     * @param certificatePem PEM
     * @param signer signs SHA-256 digests: ECDSA in DER with low S
     * @return the identity
     * @throws IllegalArgumentException if the certificate cannot be read
     */
    public static ClientIdentity of(MemberId member, byte[] certificatePem, Signer signer) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificatePem));
            return new ClientIdentity(member, certificate, signer);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not an X.509 certificate in PEM", e);
        }
    }

    X509Identity gatewayIdentity() {
        return new X509Identity(member.value(), certificate);
    }

    /** As it stands in every transaction that this identity creates. */
    ByteString creator() {
        return SerializedIdentity.newBuilder()
                .setMspid(member.value())
                .setIdBytes(ByteString.copyFromUtf8(Identities.toPemString(certificate)))
                .build()
                .toByteString();
    }
}
