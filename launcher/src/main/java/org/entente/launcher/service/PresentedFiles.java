package org.entente.launcher.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.certs.file.WholeFiles;
import org.entente.model.member.MemberId;
import org.entente.paper.qr.QrCode;

/** The folder of what can be presented: a text for the QR code, the credential, and paper for what is genuine. */
final class PresentedFiles {
    private static final int PIXELS = 6;

    private final Path folder;

    PresentedFiles(Path folder) {
        this.folder = folder;
    }

    static PresentedFiles of(Administrations services) {
        return new PresentedFiles(services.folder().resolve("samples"));
    }

    void keep(MemberId issuer, Presentation what, Kind kind, byte[] bytes) {
        Path file = path(issuer, what, kind);
        try {
            Files.createDirectories(file.resolveSibling("."));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        WholeFiles.write(file, bytes, WholeFiles.Readers.EVERYBODY);
    }

    /** A file as a browser asks for it; empty if there is none. */
    Optional<byte[]> read(MemberId issuer, Presentation what, Kind kind) {
        return switch (kind) {
            case SEAL, CREDENTIAL, PAPER -> stored(issuer, what, kind);
            case SVG ->
                seal(issuer, what)
                        .map(code -> code.svg("QR code: " + what.words()).getBytes(StandardCharsets.UTF_8));
            case PNG -> seal(issuer, what).map(code -> code.png(PIXELS));
        };
    }

    private Optional<QrCode> seal(MemberId issuer, Presentation what) {
        return stored(issuer, what, Kind.SEAL).map(text -> QrCode.of(new String(text, StandardCharsets.US_ASCII)));
    }

    private Optional<byte[]> stored(MemberId issuer, Presentation what, Kind kind) {
        Path file = path(issuer, what, kind);
        return Files.exists(file) ? Optional.of(WholeFiles.read(file)) : Optional.empty();
    }

    private Path path(MemberId issuer, Presentation what, Kind kind) {
        return folder.resolve(issuer.value()).resolve(what.file() + kind.ending);
    }

    /** In which forms something is presented. */
    enum Kind {
        /** The text of the officers' QR code. */
        SEAL(".txt", "text/plain; charset=us-ascii", "QR text"),
        /** A credential as a compact JWS. */
        CREDENTIAL(".jwt", "application/vc+jwt", "credential"),
        /** The paper. */
        PAPER(".pdf", "application/pdf", "PDF"),
        /** The seal as a picture to print. */
        SVG(".svg", "image/svg+xml", "QR picture"),
        /** The seal as a picture to drop into a page. */
        PNG(".png", "image/png", "QR picture");

        private final String ending;
        private final String type;
        private final String words;

        Kind(String ending, String type, String words) {
            this.ending = ending;
            this.type = type;
            this.words = words;
        }

        String ending() {
            return ending;
        }

        String type() {
            return type;
        }

        /** For people. */
        String words() {
            return words;
        }
    }
}
