package org.entente.api.outbound;

import java.util.Map;

/**
 * Calls addresses that others named: partners' lists and links, receivers of events. Whatever an address says, the call
 * goes over TLS to a host on the public internet, ends within a set time, follows nobody elsewhere, and carries nothing
 * that would let somebody in. Never throws for what an address says or a server does.
 */
public interface Outbound {
    /**
     * Reads what stands at an address.
     *
     * @param address {@code https://host/path}, as somebody else wrote it
     * @param type the media type that is wanted; an answer of another one is a failure
     * @param most the most bytes that are taken
     * @return the bytes of an answer 200, or why there are none
     */
    OutboundOutcome get(String address, String type, int most);

    /**
     * Sends something to an address. What the answer says beside its status is not read.
     *
     * @param address {@code https://host/path}, as somebody else wrote it
     * @param headers beside those of HTTP itself; nothing secret
     * @param body what is sent
     * @return the status of whatever answer came, with an empty body, or why none came
     */
    OutboundOutcome post(String address, Map<String, String> headers, byte[] body);

    /**
     * Whether an address may be called, as far as that can be told without asking for its name.
     *
     * @param address whatever somebody wrote
     * @return false for another scheme than https, for a user name, a port that is not allowed, a host that is no DNS name
     */
    boolean mayCall(String address);
}
