package org.entente.api.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.seal.SealText;
import org.entente.model.finding.Checked;
import org.entente.paper.qr.QrScanner;
import org.entente.paper.read.PdfContent;
import org.entente.paper.read.PdfReading;
import org.springframework.stereotype.Component;

/** Finds what can be checked in a file of any kind: by its first bytes, never by what its sender calls it. */
@Component
class FileReading {
    private static final int LOOKED_AT = 1024;

    /** At least one thing to check, or why there is none. */
    Checked<List<Presented>> read(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return switch (PdfReading.read(bytes)) {
                case Checked.Rejected<PdfContent>(var findings) -> new Checked.Rejected<>(findings);
                case Checked.Accepted<PdfContent>(var content, var remarks) ->
                    new Checked.Accepted<>(
                            Stream.concat(
                                            content.credentials().stream()
                                                    .map(file -> new Presented.Content(file.bytes())),
                                            codes(content.codes()).stream())
                                    .toList(),
                            List.of());
            };
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8")) {
            return switch (QrScanner.scan(bytes)) {
                case Checked.Rejected<List<String>>(var findings) -> new Checked.Rejected<>(findings);
                case Checked.Accepted<List<String>>(var texts, var remarks) ->
                    new Checked.Accepted<>(codes(texts), List.of());
            };
        }
        String text = start.strip();
        return new Checked.Accepted<>(
                List.of(
                        SealText.isSeal(text) || text.startsWith("http")
                                ? new Presented.Code(new String(bytes, StandardCharsets.UTF_8).strip())
                                : new Presented.Content(bytes)),
                List.of());
    }

    /** Other codes may stand beside ours on a paper; where there is none of ours, the first is shown to be another. */
    private static List<Presented> codes(List<String> texts) {
        List<String> ours = texts.stream().filter(FileReading::isOurs).toList();
        return (ours.isEmpty() ? texts.stream().limit(1) : ours.stream())
                .<Presented>map(Presented.Code::new)
                .toList();
    }

    private static boolean isOurs(String text) {
        return SealText.isSeal(text) || CredentialLink.parse(text) instanceof Checked.Accepted<CredentialLink>;
    }
}
