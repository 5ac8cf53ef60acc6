package org.entente.conformance.network;

import java.security.cert.X509Certificate;

/**
 * Where a peer listens.
 *
 * @param host a name or address
 * @param port a TCP port
 * @param authority the name in the peer's TLS certificate
 * @param tlsRoot the authority that issued that certificate
 */
public record Endpoint(String host, int port, String authority, X509Certificate tlsRoot) {}
