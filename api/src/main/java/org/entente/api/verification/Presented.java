package org.entente.api.verification;

import java.util.Locale;
import java.util.Optional;
import org.entente.certs.credential.seal.SealText;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.ReferenceNumber;

/** What somebody wants to have checked. */
public sealed interface Presented {
    /**
     * A credential as vc+jwt or JSON.
     *
     * @param bytes whatever was given; must not be changed
     */
    record Content(byte[] bytes) implements Presented {}

    /**
     * A file: a credential, a PDF, a picture of a QR code, or a code's text.
     *
     * @param bytes whatever was given; must not be changed
     */
    record Upload(byte[] bytes) implements Presented {}

    /**
     * What stands in a QR code: a seal, a link, or a credential.
     *
     * @param text whatever was read
     */
    record Code(String text) implements Presented {}

    /**
     * A certificate's number, for officers only: whoever has the paper has more than that. A number is unique for issuer
     * and agreement; people leave both out.
     *
     * @param issuer who issued it; any member if left out
     * @param agreement under which; any if left out
     * @param number its number
     */
    record Numbered(Optional<MemberId> issuer, Optional<AgreementCode> agreement, ReferenceNumber number)
            implements Presented {
        /**
         * A number that names one certificate.
         *
         * @param certificate which
         */
        public Numbered(CertificateId certificate) {
            this(Optional.of(certificate.issuer()), Optional.of(certificate.agreement()), certificate.referenceNo());
        }
    }

    /**
     * What somebody typed, pasted or scanned into a box for everything.
     *
     * @param text anything
     * @return a number if it can be one and is no seal, link or credential; otherwise a code
     */
    static Presented typed(String text) {
        String stripped = text.strip();
        String start = stripped.substring(0, Math.min(stripped.length(), 8)).toLowerCase(Locale.ROOT);
        if (SealText.isSeal(stripped)
                || start.startsWith("http:")
                || start.startsWith("https:")
                || stripped.startsWith("eyJ")) {
            return new Code(stripped);
        }
        try {
            return new Numbered(Optional.empty(), Optional.empty(), new ReferenceNumber(stripped));
        } catch (IllegalArgumentException e) {
            return new Code(stripped);
        }
    }
}
