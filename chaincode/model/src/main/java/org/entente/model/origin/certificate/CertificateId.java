package org.entente.model.origin.certificate;

import java.util.Optional;
import org.entente.model.member.MemberId;

/**
 * Names a certificate everywhere: who issued it, under which agreement, with which number.
 *
 * @param issuer the administration of the exporting country
 * @param agreement the agreement
 * @param referenceNo the issuer's number
 */
public record CertificateId(MemberId issuer, AgreementCode agreement, ReferenceNumber referenceNo) {
    private static final String PREFIX = "certificate:";

    /**
     * The subject of every statement about the certificate.
     *
     * @return for example {@code certificate:AU:CHAFTA:WBC208897}
     */
    public String subject() {
        return PREFIX + issuer + ":" + agreement + ":" + referenceNo;
    }

    /**
     * Reads a subject.
     *
     * @param subject any text
     * @return the certificate it names, or empty if it names none
     */
    public static Optional<CertificateId> ofSubject(String subject) {
        String[] parts = subject.split(":", 4);
        if (parts.length < 4 || !subject.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CertificateId(
                    new MemberId(parts[1]), new AgreementCode(parts[2]), new ReferenceNumber(parts[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
