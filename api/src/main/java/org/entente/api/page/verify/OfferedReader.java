package org.entente.api.page.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.JsonCode;
import org.entente.paper.qr.QrScanner;
import org.entente.paper.read.PdfContent;
import org.entente.paper.read.PdfReading;
import org.springframework.stereotype.Component;

/** Takes the credential, or the text of the QR code, out of whatever file was offered. */
@Component
final class OfferedReader {
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final String PDF = "%PDF";

    Offered read(String text, byte[] file) {
        if (file.length == 0) {
            return text.length() > LONGEST_TEXT ? unreadable(JsonCode.JSON_TOO_LARGE) : plain(text.strip());
        }
        if (new String(file, 0, Math.min(file.length, 1024), StandardCharsets.ISO_8859_1).contains(PDF)) {
            return pdf(file);
        }
        return isPicture(file) ? picture(file) : document(file);
    }

    private static Offered document(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).strip();
        return EvidenceChecking.isEvidence(text) ? plain(text) : unreadable(JsonCode.JSON_MALFORMED);
    }

    private static boolean isPicture(byte[] file) {
        return file.length > 3 && ((file[0] & 0xff) == 0x89 || ((file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8));
    }

    private static Offered picture(byte[] file) {
        return switch (QrScanner.scan(file)) {
            case Checked.Accepted<List<String>>(var texts, var remarks) -> best(texts);
            case Checked.Rejected<List<String>>(var findings) -> new Offered("", findings);
        };
    }

    private static Offered pdf(byte[] file) {
        return switch (PdfReading.read(file)) {
            case Checked.Accepted<PdfContent>(var content, var remarks) ->
                content.credentials().isEmpty()
                        ? best(content.codes())
                        : document(content.credentials().getFirst().bytes());
            case Checked.Rejected<PdfContent>(var findings) -> new Offered("", findings);
        };
    }

    /** Anybody may have put a code there; a seal says the most. */
    private static Offered best(List<String> texts) {
        return plain(texts.stream()
                .filter(text -> text.startsWith("ENT1:"))
                .findFirst()
                .or(() -> texts.stream().filter(EvidenceChecking::isEvidence).findFirst())
                .orElse(texts.getFirst()));
    }

    private static Offered plain(String text) {
        return new Offered(text, List.of());
    }

    private static Offered unreadable(JsonCode code) {
        return new Offered("", List.of(Finding.of(code, "", "")));
    }
}
