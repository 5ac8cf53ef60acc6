package org.entente.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin alike (RFC 4632, RFC 4291). */
record NetworkRange(byte[] start, int bits) {
    /** Reads {@code 10.0.0.0/8}; the address is a literal, so nobody is asked for it. */
    static NetworkRange of(String text) {
        int slash = text.indexOf('/');
        try {
            return new NetworkRange(
                    InetAddress.getByName(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a literal: " + text, e);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
