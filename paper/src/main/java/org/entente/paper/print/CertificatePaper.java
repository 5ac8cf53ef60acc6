package org.entente.paper.print;

import java.time.Instant;
import java.time.LocalDate;
import org.entente.model.origin.certificate.Certificate;

/**
 * All that is printed of a certificate.
 *
 * @param certificate what is certified
 * @param title the document's heading, for example the agreement's full name; not empty
 * @param issuer the administration's name; not empty
 * @param validUntil last day on which it may be presented
 * @param credential what is embedded
 * @param seal the text of the seal's QR code
 * @param link the text of the link's QR code
 * @param madeAt when the PDF is made; stands in its metadata
 */
public record CertificatePaper(
        Certificate certificate,
        String title,
        String issuer,
        LocalDate validUntil,
        CredentialFile credential,
        String seal,
        String link,
        Instant madeAt) {
    /** Refuses an empty heading or name with {@link IllegalArgumentException}. */
    public CertificatePaper {
        if (title.isBlank() || issuer.isBlank()) {
            throw new IllegalArgumentException("a certificate has a heading and an issuer");
        }
    }
}
