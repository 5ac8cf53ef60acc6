package org.entente.client.ledger;

import java.util.Optional;

/**
 * Where the member's own peer is. A client signs what its peer prepares, so it never connects to anybody else's.
 *
 * @param host host name or address
 * @param port TCP port
 * @param tlsRootPem certificate of the CA that issued the peer's TLS certificate, PEM; must not be changed
 * @param authority the name in the peer's TLS certificate, where it is not the host
 */
public record PeerEndpoint(String host, int port, byte[] tlsRootPem, Optional<String> authority) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
