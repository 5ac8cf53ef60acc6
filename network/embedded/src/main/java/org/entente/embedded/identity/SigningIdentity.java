package org.entente.embedded.identity;

import com.google.protobuf.ByteString;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A node's own identity: its name in headers and its signature. */
public final class SigningIdentity {
    private final MemberId member;
    private final CertifiedKey key;
    private final ByteString serialized;

    /**
     * An identity that signs.
     *
     * @param member whose node it is
     * @param key the key and its certificate
     */
    public SigningIdentity(MemberId member, CertifiedKey key) {
        this.member = member;
        this.key = key;
        this.serialized = SerializedIdentity.newBuilder()
                .setMspid(member.value())
                .setIdBytes(ByteString.copyFrom(Certificates.pem(key.certificate())))
                .build()
                .toByteString();
    }

    /**
     * Whose node this is.
     *
     * @return the member
     */
    public MemberId member() {
        return member;
    }

    /**
     * The name in headers and endorsements.
     *
     * @return a serialized identity
     */
    public ByteString serialized() {
        return serialized;
    }

    /**
     * Signs.
     *
     * @param data what to sign
     * @return ASN.1 DER, low-S
     */
    public ByteString sign(ByteString data) {
        return ByteString.copyFrom(key.key().sign(data.toByteArray()));
    }
}
