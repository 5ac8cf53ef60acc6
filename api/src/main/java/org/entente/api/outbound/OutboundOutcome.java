package org.entente.api.outbound;

/** How a call ended. */
public sealed interface OutboundOutcome {
    /**
     * An answer came.
     *
     * @param status of HTTP
     * @param body what was asked for; must not be changed
     */
    record Answered(int status, byte[] body) implements OutboundOutcome {}

    /**
     * No answer came that could be used.
     *
     * @param fault why
     * @param detail the particulars in English; holds nothing that the other side sent but its status and media type
     */
    record Failed(OutboundFault fault, String detail) implements OutboundOutcome {}
}
