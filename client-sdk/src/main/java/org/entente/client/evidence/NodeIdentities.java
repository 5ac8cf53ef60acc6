package org.entente.client.evidence;

import java.time.Instant;
import java.util.List;
import org.entente.model.member.MemberId;

/** Judges the certificates of a member's nodes; this module knows X.509 only as far as the JDK does. */
@FunctionalInterface
public interface NodeIdentities {
    /** What a certificate's holder must be. */
    enum Role {
        /** The member's application, which creates transactions. */
        CLIENT,
        /** The member's peer, which endorses them. */
        PEER
    }

    /**
     * Judges a certificate.
     *
     * @param member whose node it claims to be
     * @param roots the member's root certificates in PEM, at least one
     * @param certificate one certificate in PEM, as Fabric's serialized identity holds it
     * @param role what it must be
     * @param at when it must have been valid
     * @return what the roots say of it
     */
    NodeIdentity judge(MemberId member, List<String> roots, byte[] certificate, Role role, Instant at);
}
