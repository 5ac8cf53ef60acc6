package org.entente.conformance.embedded;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.conformance.network.Credentials;
import org.entente.model.member.MemberId;

/** Makes credentials of the suite from keys of an authority. */
public final class SuiteIdentities {
    private SuiteIdentities() {}

    /**
     * A client that an authority nobody knows issued in a member's name.
     *
     * @param member the member claimed
     * @return credentials that no network should take
     */
    public static Credentials foreign(MemberId member) {
        Validity validity = Validity.from(Instant.now().minus(Duration.ofHours(1)), Duration.ofDays(1));
        return of(member, AgencyCa.create(member, validity).issue(NodeRole.CLIENT, "stranger", validity));
    }

    static Credentials of(MemberId member, CertifiedKey key) {
        try {
            String pem = new String(key.key().privateKeyPem(), java.nio.charset.StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
            return new Credentials(
                    member,
                    key.certificate(),
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
