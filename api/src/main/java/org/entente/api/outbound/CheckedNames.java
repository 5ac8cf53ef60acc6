package org.entente.api.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Asks for a name once, and gives the addresses that are then connected to: nobody can answer with another address between
 * the check and the connection. One address that is not allowed refuses the name as a whole.
 */
final class CheckedNames implements DnsResolver {
    private static final int MOST = 4;

    private final Names names;
    private final OutboundPolicy policy;

    /** Knows the addresses of names. */
    @FunctionalInterface
    interface Names {
        /** All of them. */
        InetAddress[] of(String name) throws UnknownHostException;
    }

    CheckedNames(Names names, OutboundPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    /** The name leads where nothing may be called. */
    static final class Inside extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Inside(String name) {
            super(name);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.of(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            if (!mayCall(address)) {
                throw new Inside(host);
            }
        }
        // Under the name, so that TLS asks for it (RFC 6066, 3) and the certificate is compared with it.
        InetAddress[] named = new InetAddress[Math.min(found.length, MOST)];
        for (int i = 0; i < named.length; i++) {
            named[i] = InetAddress.getByAddress(host, found[i].getAddress());
        }
        return named;
    }

    private boolean mayCall(InetAddress address) {
        return switch (AddressSpace.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> policy.inside();
            case SPECIAL -> false;
        };
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
