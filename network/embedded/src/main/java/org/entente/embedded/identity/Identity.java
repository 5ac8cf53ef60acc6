package org.entente.embedded.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.x509.NodeRole;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;

/**
 * Somebody known to a member's service provider. Whether the certificate is a good one is asked separately
 * ({@link #isValid}), because Fabric answers "unknown organisation" and "bad certificate" differently.
 */
public final class Identity {
    private final MemberId member;
    private final ByteString serialized;
    private final X509Certificate certificate;
    private final byte[] publicKey;
    private final Optional<NodeRole> role;

    Identity(MemberId member, ByteString serialized, X509Certificate certificate, Optional<NodeRole> role) {
        this.member = member;
        this.serialized = serialized;
        this.certificate = certificate;
        this.publicKey = certificate.getPublicKey().getEncoded();
        this.role = role;
    }

    /**
     * The member whose service provider knows this identity.
     *
     * @return its id
     */
    public MemberId member() {
        return member;
    }

    /**
     * The bytes that stand in headers and endorsements.
     *
     * @return a serialized identity
     */
    public ByteString serialized() {
        return serialized;
    }

    /**
     * Whether the member's own authority issued the certificate and it names exactly one node role. As in Fabric, its
     * period does not count here: it is checked where time may be looked at ({@link #isExpired}), never at commit.
     *
     * @return true for a good certificate
     */
    public boolean isValid() {
        return role.isPresent();
    }

    /**
     * Whether the certificate's period has ended.
     *
     * @param now the present
     * @return true after its last moment
     */
    public boolean isExpired(Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    /**
     * Whether this identity signed.
     *
     * @param data what was signed
     * @param signature ASN.1 DER, low-S
     * @return true only for a good signature
     */
    public boolean verifies(ByteString data, ByteString signature) {
        return EcdsaP256.verifies(publicKey, data.toByteArray(), signature.toByteArray());
    }

    /**
     * Whether this identity is one that a policy speaks of. Only role principals exist here.
     *
     * @param principal such as "a peer of AU"
     * @return true for a valid identity of that member in that role
     */
    public boolean satisfies(MSPPrincipal principal) {
        if (!isValid() || principal.getPrincipalClassification() != MSPPrincipal.Classification.ROLE) {
            return false;
        }
        try {
            MSPRole wanted = MSPRole.parseFrom(principal.getPrincipal());
            return wanted.getMspIdentifier().equals(member.value()) && hasRole(wanted.getRole());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private boolean hasRole(MSPRole.MSPRoleType wanted) {
        return switch (wanted) {
            case MEMBER -> true;
            case CLIENT -> role.filter(NodeRole.CLIENT::equals).isPresent();
            case PEER -> role.filter(NodeRole.PEER::equals).isPresent();
            case ADMIN -> role.filter(NodeRole.ADMIN::equals).isPresent();
            case ORDERER -> role.filter(NodeRole.ORDERER::equals).isPresent();
            case UNRECOGNIZED -> false;
        };
    }
}
