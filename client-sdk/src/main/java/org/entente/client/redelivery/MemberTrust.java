package org.entente.client.redelivery;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.entente.model.member.MemberId;

/**
 * Whose certificate it is. What decides is the member whose TLS root issued it, directly; never a name inside, which the
 * issuer writes as it likes. The usual checks of the JDK (RFC 5280; host and use) come on top.
 */
final class MemberTrust extends X509ExtendedTrustManager {
    private final Map<X509Certificate, MemberId> roots = new HashMap<>();
    private final InstantSource clock;
    private final Refusals refusals;
    private final X509ExtendedTrustManager usual;

    MemberTrust(Map<MemberId, Set<X509Certificate>> rootsOf, InstantSource clock, Refusals refusals) {
        rootsOf.forEach((member, all) -> all.forEach(root -> roots.put(root, member)));
        this.clock = clock;
        this.refusals = refusals;
        this.usual = usual(roots.keySet());
    }

    private static X509ExtendedTrustManager usual(Set<X509Certificate> roots) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (X509Certificate root : roots) {
                store.setCertificateEntry("root" + number++, root);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("this Java checks no certificates");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("a partner's TLS root cannot be used", e);
        }
    }

    /**
     * Whose certificate it is.
     *
     * @throws RefusedCertificate if it is nobody's that is known, or not now
     */
    MemberId memberOf(X509Certificate certificate) throws RefusedCertificate {
        for (Map.Entry<X509Certificate, MemberId> root : roots.entrySet()) {
            if (isIssued(certificate, root.getKey())) {
                inTime(certificate);
                inTime(root.getKey());
                return root.getValue();
            }
        }
        throw new RefusedCertificate(RedeliveryCode.REDELIVERY_CERTIFICATE_FOREIGN);
    }

    private static boolean isIssued(X509Certificate certificate, X509Certificate root) {
        if (!certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Whatever is wrong with it, nobody known vouches for it.
            return false;
        }
    }

    private void inTime(X509Certificate certificate) throws RefusedCertificate {
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new RefusedCertificate(RedeliveryCode.REDELIVERY_CERTIFICATE_EARLY);
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new RefusedCertificate(RedeliveryCode.REDELIVERY_CERTIFICATE_EXPIRED);
        }
    }

    private interface UsualCheck {
        void run() throws CertificateException;
    }

    private void check(X509Certificate[] chain, UsualCheck check) throws CertificateException {
        try {
            memberOf(chain[0]);
            check.run();
        } catch (RefusedCertificate e) {
            refusals.note(e.code(), "a certificate");
            throw e;
        } catch (CertificateException e) {
            // Its text quotes what the other side wrote.
            refusals.note(RedeliveryCode.REDELIVERY_CERTIFICATE_UNSUITABLE, "a certificate");
            throw new RefusedCertificate(RedeliveryCode.REDELIVERY_CERTIFICATE_UNSUITABLE);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> usual.checkClientTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> usual.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> usual.checkClientTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> usual.checkServerTrusted(chain, type));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return roots.keySet().toArray(X509Certificate[]::new);
    }
}
