package org.entente.certs.agency;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Subject;
import org.entente.certs.x509.Validity;

/** Reads from an old certificate what the new one must say again. */
final class Renewal {
    private Renewal() {}

    static CertifiedKey of(
            AgencyCa ca,
            CertificateAuthority identities,
            CertificateAuthority tls,
            X509Certificate old,
            Validity validity) {
        if (identities.hasIssued(old)) {
            List<NodeRole> roles = NodeRole.in(Subject.of(old));
            if (roles.size() != 1) {
                throw new IllegalArgumentException(
                        "the old certificate has " + roles.size() + " node roles instead of one");
            }
            return ca.issue(roles.get(0), commonName(old), validity);
        }
        if (tls.hasIssued(old)) {
            return ca.issueTls(commonName(old), hosts(old), validity);
        }
        throw new IllegalArgumentException("not a certificate of " + ca.member() + "'s authority");
    }

    private static String commonName(X509Certificate certificate) {
        List<String> names = Subject.of(certificate).commonNames();
        if (names.size() != 1) {
            throw new IllegalArgumentException(
                    "the old certificate has " + names.size() + " common names instead of one");
        }
        return names.get(0);
    }

    private static List<String> hosts(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            // each entry is the kind (a number) and the name as text
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("the old certificate's hosts cannot be read", e);
        }
    }
}
