package org.entente.client.evidence;

/** What the reader's roots say of a node's certificate. */
public sealed interface NodeIdentity {
    /** It speaks for the member, in the role that was asked for. */
    record Certified() implements NodeIdentity {}

    /** None of the roots issued it. */
    record Foreign() implements NodeIdentity {}

    /**
     * A root issued it, but it does not speak for the member then, or not in that role; or it cannot be read.
     *
     * @param fault why, for a person
     */
    record Refused(String fault) implements NodeIdentity {}
}
