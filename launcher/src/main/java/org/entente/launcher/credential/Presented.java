package org.entente.launcher.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.paper.qr.QrScanner;
import org.entente.paper.read.PdfContent;
import org.entente.paper.read.PdfReading;

/**
 * The one thing to check in a file that somebody presents: a PDF's embedded credential or seal, the seal in a picture, or
 * the file itself. What holds several is not checked at all: nobody could say which of them was meant.
 */
final class Presented {
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private Presented() {}

    static Checked<byte[]> in(byte[] file) {
        if (startsWith(file, PDF)) {
            return switch (PdfReading.read(file)) {
                case Checked.Accepted<PdfContent>(var content, var remarks) -> inPdf(content);
                case Checked.Rejected<PdfContent>(var findings) -> new Checked.Rejected<>(findings);
            };
        }
        if (startsWith(file, PNG) || startsWith(file, JPEG)) {
            return switch (QrScanner.scan(file)) {
                case Checked.Accepted<List<String>>(var codes, var remarks) -> seal(codes);
                case Checked.Rejected<List<String>>(var findings) -> new Checked.Rejected<>(findings);
            };
        }
        return new Checked.Accepted<>(file, List.of());
    }

    private static Checked<byte[]> inPdf(PdfContent content) {
        return switch (content.credentials().size()) {
            case 0 -> seal(content.codes());
            case 1 -> new Checked.Accepted<>(content.credentials().getFirst().bytes(), List.of());
            default -> unclear(content.credentials().size() + " credentials are embedded in the PDF");
        };
    }

    private static Checked<byte[]> seal(List<String> codes) {
        List<String> seals = codes.stream().filter(SealText::isSeal).distinct().toList();
        return seals.size() == 1
                ? new Checked.Accepted<>(seals.getFirst().getBytes(StandardCharsets.UTF_8), List.of())
                : unclear(seals.size() + " seals among " + codes.size() + " QR codes");
    }

    private static Checked<byte[]> unclear(String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(CredentialCode.CREDENTIAL_FORM_UNKNOWN, "", detail)));
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return Arrays.mismatch(file, magic) == magic.length;
    }
}
