package org.entente.conformance.network;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.entente.model.member.MemberId;

/**
 * Who asks.
 *
 * @param member the MSP that the asker claims
 * @param certificate the asker's certificate
 * @param key its key, P-256
 */
public record Credentials(MemberId member, X509Certificate certificate, PrivateKey key) {
    /**
     * The same certificate and key under the name of another member.
     *
     * @param other the MSP claimed
     * @return credentials that no network should take
     */
    public Credentials claiming(MemberId other) {
        return new Credentials(other, certificate, key);
    }

    /**
     * The same certificate with somebody else's key.
     *
     * @param other whose key
     * @return credentials whose signatures do not verify
     */
    public Credentials signingWith(Credentials other) {
        return new Credentials(member, certificate, other.key);
    }
}
