package org.entente.certs.agency;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.entente.certs.key.SigningKey;
import org.entente.certs.x509.Certificates;

/**
 * A certificate with a member's good signature that {@link AgencyCa} itself would never issue, as other CA software might.
 *
 * @param issuer the signing key
 * @param issuerName the root's subject
 * @param subject the distinguished name's text
 * @param curve of the subject's key
 * @param notBefore first second
 * @param notAfter last second
 * @param criticalExtension whether there is one that nobody understands
 * @param usage the key usage bits
 */
public record ForeignCertificate(
        SigningKey issuer,
        X500Name issuerName,
        String subject,
        String curve,
        Instant notBefore,
        Instant notAfter,
        boolean criticalExtension,
        int usage) {

    /**
     * A certificate that is in order but for its subject.
     *
     * @param authority signs it
     * @param units the subject's first parts
     * @return the draft
     */
    public static ForeignCertificate of(AgencyCa authority, String units) {
        CertificateAuthority identities = authority.identities();
        return new ForeignCertificate(
                identities.key(),
                identities.name(),
                units + ",CN=foreign",
                "secp256r1",
                identities.root().getNotBefore().toInstant(),
                identities.root().getNotAfter().toInstant(),
                false,
                KeyUsage.digitalSignature);
    }

    /**
     * With a key on another curve.
     *
     * @param other the curve
     * @return the draft
     */
    public ForeignCertificate onCurve(String other) {
        return new ForeignCertificate(
                issuer, issuerName, subject, other, notBefore, notAfter, criticalExtension, usage);
    }

    /**
     * With other times.
     *
     * @param from the first second
     * @param to the last second
     * @return the draft
     */
    public ForeignCertificate valid(Instant from, Instant to) {
        return new ForeignCertificate(issuer, issuerName, subject, curve, from, to, criticalExtension, usage);
    }

    /**
     * With an extension that nobody understands and everybody must.
     *
     * @return the draft
     */
    public ForeignCertificate withUnknownCriticalExtension() {
        return new ForeignCertificate(issuer, issuerName, subject, curve, notBefore, notAfter, true, usage);
    }

    /**
     * For key agreement only.
     *
     * @return the draft
     */
    public ForeignCertificate withoutSigningUsage() {
        return new ForeignCertificate(
                issuer, issuerName, subject, curve, notBefore, notAfter, criticalExtension, KeyUsage.keyAgreement);
    }

    /**
     * The certificate.
     *
     * @return signed by the member's key
     */
    public X509Certificate sign() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuerName,
                    BigInteger.TEN,
                    CertificateAuthority.date(notBefore),
                    CertificateAuthority.date(notAfter),
                    new X500Name(subject),
                    SubjectPublicKeyInfo.getInstance(
                            generator.generateKeyPair().getPublic().getEncoded()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (criticalExtension) {
                builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), true, DERNull.INSTANCE);
            }
            return Certificates.parseDer(
                            builder.build(new KeyContentSigner(issuer)).getEncoded())
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
