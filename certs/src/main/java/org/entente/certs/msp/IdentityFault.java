package org.entente.certs.msp;

/** Why a certificate does not speak for a member. The names are stable codes. */
public enum IdentityFault {
    /** Not exactly one certificate in PEM, or one that cannot be read. */
    MALFORMED,
    /** A CA certificate issues identities and is none. */
    CA_CERTIFICATE,
    /** No root of this member signed it. */
    UNTRUSTED,
    /** It, or its root, begins later. */
    NOT_YET_VALID,
    /** It, or its root, has ended. */
    EXPIRED,
    /** Its serial number stands on a revocation list of its root. */
    REVOKED,
    /** It has a critical extension that nobody here understands, or may not be used for signatures. */
    UNSUITABLE,
    /** Its key is not on P-256. */
    UNSUPPORTED_KEY,
    /** No OU of its subject is client, peer, orderer or admin. */
    NO_NODE_ROLE,
    /** More than one OU of its subject is a node role. */
    SEVERAL_NODE_ROLES
}
