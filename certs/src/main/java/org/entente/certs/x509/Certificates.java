package org.entente.certs.x509;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Certificate;

/** X.509 certificates (RFC 5280) to and from bytes. Reading never throws, whatever the bytes. */
public final class Certificates {
    private static final String LABEL = "CERTIFICATE";
    private static final int MAX_BYTES = 16 * 1024;

    private Certificates() {}

    /**
     * Reads a certificate in PEM, as Fabric carries it in a serialized identity.
     *
     * @param pem exactly one {@code CERTIFICATE} block, at most 16 KiB
     * @return the certificate, or empty
     */
    public static Optional<X509Certificate> parsePem(byte[] pem) {
        return pem.length > MAX_BYTES
                ? Optional.empty()
                : Pem.decode(LABEL, pem).flatMap(Certificates::parseDer);
    }

    /**
     * Reads a certificate in DER.
     *
     * @param der the certificate and nothing after it
     * @return the certificate, or empty
     */
    public static Optional<X509Certificate> parseDer(byte[] der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate certificate = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            // the factory also reads PEM and ignores what follows: neither is this certificate's DER
            return Arrays.equals(certificate.getEncoded(), der) && hasOneEncoding(der)
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The signature does not cover what is around it: nothing there may be written in two ways (RFC 5280, 4.1.1). */
    private static boolean hasOneEncoding(byte[] der) {
        Certificate outer = Certificate.getInstance(der);
        return outer.getSignature().getPadBits() == 0
                && outer.getSignatureAlgorithm()
                        .equals(outer.getTBSCertificate().getSignature());
    }

    /**
     * Writes a certificate in PEM.
     *
     * @param certificate the certificate
     * @return one block, ASCII
     */
    public static byte[] pem(X509Certificate certificate) {
        return Pem.encode(LABEL, der(certificate)).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes a certificate in DER.
     *
     * @param certificate the certificate
     * @return its bytes
     */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }
}
