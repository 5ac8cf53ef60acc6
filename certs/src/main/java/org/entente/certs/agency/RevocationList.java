package org.entente.certs.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Collection;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;

/** Makes revocation lists that Fabric accepts: the authority key identifier is how it finds the root. */
final class RevocationList {
    private RevocationList() {}

    static X509CRL sign(
            CertificateAuthority issuer,
            long number,
            Collection<BigInteger> serials,
            Instant thisUpdate,
            Instant nextUpdate) {
        if (!thisUpdate.isBefore(nextUpdate)) {
            throw new IllegalArgumentException("the next update comes after this one");
        }
        X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer.name(), CertificateAuthority.date(thisUpdate));
        builder.setNextUpdate(CertificateAuthority.date(nextUpdate));
        for (BigInteger serial : serials) {
            // no reason: others need not know it, and absence means "unspecified" (RFC 5280, 5.3.1)
            builder.addCRLEntry(serial, CertificateAuthority.date(thisUpdate), 0);
        }
        try {
            byte[] issuerKey = CertificateAuthority.keyIdentifier(issuer.key().publicKeySpki())
                    .getKeyIdentifier();
            builder.addExtension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(issuerKey));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            byte[] der = builder.build(new KeyContentSigner(issuer.key())).getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a revocation list made here has an encoding", e);
        }
    }
}
