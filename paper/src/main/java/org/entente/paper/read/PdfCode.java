package org.entente.paper.read;

import org.entente.model.finding.FindingCode;

/** Why nothing is taken from a PDF. */
public enum PdfCode implements FindingCode {
    /** Longer than is looked at, or it expands to more. */
    PDF_TOO_LARGE("The PDF is larger than the limit"),
    /** It does not begin like a PDF. */
    PDF_TYPE_UNKNOWN("The file is no PDF"),
    /** It begins like a PDF, but cannot be read. */
    PDF_MALFORMED("The PDF cannot be read"),
    /** Encrypted, or compressed in a way that no certificate needs. */
    PDF_UNSUPPORTED("The PDF is encrypted or compressed in a way that is not read"),
    /** More objects, pages or drawing than a certificate needs. */
    PDF_TOO_COMPLEX("The PDF is more complicated than a certificate is"),
    /** It was read, and nothing in it leads to a certificate. */
    PDF_WITHOUT_CERTIFICATE("The PDF holds neither a credential nor a readable QR code");

    private final String title;

    PdfCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
