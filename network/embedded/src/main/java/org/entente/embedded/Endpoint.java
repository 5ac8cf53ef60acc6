package org.entente.embedded;

import org.entente.model.member.MemberId;

/**
 * Where a member's peer is reached, and how a client of that member identifies itself.
 *
 * @param member the member
 * @param host DNS name, as in the TLS certificate
 * @param port TCP port
 * @param tlsRootPem the root of the peer's TLS certificate
 * @param clientCertificatePem the certificate of the member's client
 * @param clientKeyPem its private key (PKCS#8); a secret, kept out of {@link #toString}
 */
public record Endpoint(
        MemberId member, String host, int port, String tlsRootPem, String clientCertificatePem, String clientKeyPem) {
    /**
     * Host and port in one.
     *
     * @return such as {@code localhost:7051}
     */
    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "Endpoint[" + member + " " + address() + "]";
    }
}
