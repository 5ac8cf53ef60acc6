package org.entente.api.verification;

import org.entente.model.origin.certificate.CertificateId;

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
     * A certificate's number, for officers only: whoever has the paper has more than that.
     *
     * @param certificate which
     */
    record Numbered(CertificateId certificate) implements Presented {}
}
