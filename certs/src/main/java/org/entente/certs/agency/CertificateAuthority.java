package org.entente.certs.agency;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.SigningKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.Issuance;
import org.entente.certs.x509.Validity;

/**
 * One self-signed root and what it issues (RFC 5280), without an intermediate: a chain is always two certificates long.
 *
 * @param key signs certificates and revocation lists
 * @param root the root certificate, of that key
 */
record CertificateAuthority(SigningKey key, X509Certificate root) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 126;

    CertificateAuthority {
        if (!Arrays.equals(key.publicKeySpki(), root.getPublicKey().getEncoded())) {
            throw new IllegalArgumentException("the root certificate is for another key than " + key.keyId());
        }
        if (!Issuance.isAuthority(root) || !Issuance.isSigned(root, root)) {
            throw new IllegalArgumentException("not a self-signed CA certificate");
        }
    }

    static CertificateAuthority create(SigningKey key, X500Name name, Validity validity) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        add(extensions, Extension.basicConstraints, true, new BasicConstraints(0));
        add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        add(extensions, Extension.subjectKeyIdentifier, false, keyIdentifier(key.publicKeySpki()));
        X509Certificate root = sign(key, name, name, key.publicKeySpki(), validity, extensions.generate());
        return new CertificateAuthority(key, root);
    }

    /** The validity must lie inside the root's, else Fabric would accept less than the certificate says. */
    X509Certificate issue(X500Name subject, byte[] spki, Validity validity, Extensions extensions) {
        if (!EcdsaP256.isPublicKey(spki)) {
            throw new IllegalArgumentException("a certificate is issued for a P-256 key only");
        }
        return issueAny(subject, spki, validity, extensions);
    }

    /** For a key of either algorithm: nothing in Fabric reads a certificate of Ed25519. */
    X509Certificate issueAny(X500Name subject, byte[] spki, Validity validity, Extensions extensions) {
        Validity own = Validity.of(root);
        if (!own.covers(validity)) {
            throw new IllegalArgumentException("the validity " + validity + " is not inside the root's, " + own);
        }
        return sign(key, name(), subject, spki, validity, extensions);
    }

    boolean hasIssued(X509Certificate certificate) {
        return certificate.getBasicConstraints() < 0 && Issuance.isSigned(certificate, root);
    }

    X500Name name() {
        return X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
    }

    /** Method 1 of RFC 7093: as short as the SHA-1 of old, without SHA-1. */
    static SubjectKeyIdentifier keyIdentifier(byte[] spki) {
        try {
            byte[] point =
                    SubjectPublicKeyInfo.getInstance(spki).getPublicKeyData().getOctets();
            return new SubjectKeyIdentifier(
                    Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(point), 20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static void add(ExtensionsGenerator extensions, ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(type, critical, value);
        } catch (IOException e) {
            throw new IllegalStateException("an extension made here has an encoding", e);
        }
    }

    private static X509Certificate sign(
            SigningKey key, X500Name issuer, X500Name subject, byte[] spki, Validity validity, Extensions extensions) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                // the highest bit set: always positive, always the same length (RFC 5280, 4.1.2.2)
                new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
                date(validity.notBefore()),
                date(validity.notAfter()),
                subject,
                SubjectPublicKeyInfo.getInstance(spki));
        for (var type : extensions.getExtensionOIDs()) {
            try {
                builder.addExtension(extensions.getExtension(type));
            } catch (IOException e) {
                throw new IllegalStateException("an extension made here has an encoding", e);
            }
        }
        try {
            byte[] der = builder.build(new KeyContentSigner(key)).getEncoded();
            return Certificates.parseDer(der)
                    .orElseThrow(() -> new IllegalStateException("the JDK cannot read the certificate made here"));
        } catch (IOException e) {
            throw new IllegalStateException("a certificate made here has an encoding", e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // BouncyCastle's builders know no other time
    static Date date(Instant time) {
        return Date.from(time);
    }
}
