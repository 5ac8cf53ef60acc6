package org.entente.api.outbound;

/** Why a call gave nothing. */
public enum OutboundFault {
    /** Another scheme than https, a user name, a fragment, a port that is not allowed, a host that is no DNS name. */
    ADDRESS_REFUSED,
    /** The name leads, with one address at least, into a network that is not the public internet. */
    ADDRESS_INSIDE,
    /** Nobody knows the name. */
    NAME_UNKNOWN,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** The server could not show that it is the host. */
    NOT_PROVEN,
    /** It took too long, as a whole or between two bytes. */
    TOO_SLOW,
    /** The answer is longer than is taken. */
    TOO_LARGE,
    /** The answer leads elsewhere; nobody follows. */
    REDIRECTED,
    /** Another status than 200. */
    STATUS_UNEXPECTED,
    /** Another media type than was asked for. */
    TYPE_UNEXPECTED
}
