package org.entente.api.verification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.seal.SealText;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.paper.qr.QrScanner;
import org.entente.paper.read.PdfContent;
import org.entente.paper.read.PdfReading;
import org.springframework.stereotype.Component;

/**
 * Finds what can be checked in a file of any kind: by its first bytes, never by what its sender calls it. To decode one takes
 * memory, so only a few are decoded at once; officers and everybody have places of their own, and neither crowds the other out.
 */
@Component
class FileReading {
    private static final int LOOKED_AT = 1024;
    private static final int MOST_THINGS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<Door, Semaphore> places = new EnumMap<>(Door.class);

    FileReading() {
        for (Door door : Door.values()) {
            places.put(door, new Semaphore(Runtime.getRuntime().availableProcessors(), true));
        }
    }

    /** Who brings a file. */
    enum Door {
        /** Somebody with an account. */
        OFFICER,
        /** Anybody else. */
        ANYBODY
    }

    /** Where files that come in by a door are decoded. */
    Semaphore places(Door door) {
        return Objects.requireNonNull(places.get(door));
    }

    /**
     * At least one thing to check, or why there is none.
     *
     * @throws Refusal if too many files are being decoded
     */
    Checked<List<Presented>> read(byte[] bytes, Door door) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return switch (decoded(door, () -> PdfReading.read(bytes))) {
                case Checked.Rejected<PdfContent>(var findings) -> new Checked.Rejected<>(findings);
                case Checked.Accepted<PdfContent>(var content, var remarks) -> few(content);
            };
        }
        if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8")) {
            return switch (decoded(door, () -> QrScanner.scan(bytes))) {
                case Checked.Rejected<List<String>>(var findings) -> new Checked.Rejected<>(findings);
                case Checked.Accepted<List<String>>(var texts, var remarks) -> few(new PdfContent(List.of(), texts));
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

    private <T> T decoded(Door door, Supplier<T> decoding) {
        Semaphore free = places(door);
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.of(ApiCode.SERVICE_BUSY, "too many files are being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(ApiCode.SERVICE_UNAVAILABLE, "the service ends");
        }
        try {
            return decoding.get();
        } finally {
            free.release();
        }
    }

    /** Each thing may make others wait for partners: whoever puts in more than a paper has is refused, never half heard. */
    private static Checked<List<Presented>> few(PdfContent content) {
        List<Presented> codes = codes(content.codes());
        int most = Math.max(codes.size(), content.credentials().size());
        return most > MOST_THINGS
                ? new Checked.Rejected<>(List.of(Finding.of(
                        VerificationCode.VERIFICATION_CONTENT_AMBIGUOUS,
                        "",
                        most + " different things to check, more than " + MOST_THINGS)))
                : new Checked.Accepted<>(
                        Stream.concat(
                                        content.credentials().stream().map(file -> new Presented.Content(file.bytes())),
                                        codes.stream())
                                .toList(),
                        List.of());
    }

    /** Other codes may stand beside ours on a paper; where there is none of ours, the first is shown to be another. */
    private static List<Presented> codes(List<String> texts) {
        List<String> ours = texts.stream().filter(FileReading::isOurs).toList();
        return (ours.isEmpty() ? texts.stream().limit(1) : ours.stream().distinct())
                .<Presented>map(Presented.Code::new)
                .toList();
    }

    private static boolean isOurs(String text) {
        return SealText.isSeal(text) || CredentialLink.parse(text) instanceof Checked.Accepted<CredentialLink>;
    }
}
