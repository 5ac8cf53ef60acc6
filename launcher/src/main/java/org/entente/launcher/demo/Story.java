package org.entente.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.service.Administrations;
import org.entente.model.ledger.Position;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.shipped.ShippedRules;

/** The way of one certificate, told from statement to proof. */
final class Story {
    private final Narrator narrator;
    private final ProofFiles proofs;

    Story(Narrator narrator, ProofFiles proofs) {
        this.narrator = narrator;
        this.proofs = proofs;
    }

    /**
     * Tells it.
     *
     * @param file the certificate, read and checked
     * @param source where it came from
     * @param start starts the administrations, once the certificate is known to be acceptable
     * @return the exit code and a sentence
     */
    Told tell(CertificateFile file, String source, Callable<Administrations> start) throws Exception {
        Optional<Certificate> certificate = new CheckChapter(narrator).tell(file, source);
        if (certificate.isEmpty()) {
            return new Told(Ending.CERTIFICATE_REFUSED, "The certificate is refused; nothing was stated.");
        }
        Optional<Cast> cast = Cast.of(certificate.get(), Consortium.MEMBERS);
        if (cast.isEmpty()) {
            return new Told(
                    Ending.CERTIFICATE_REFUSED,
                    "The certificate is between " + certificate.get().exportCountry() + " and "
                            + certificate.get().importCountry() + "; this demo has the members "
                            + Consortium.MEMBERS + " only, so nothing was stated.");
        }
        narrator.tell(new Line.Note(
                "It is acceptable. Now four administrations start on this machine, which takes some seconds."));
        try (Administrations services = start.call()) {
            new NetworkChapter(services, narrator).tell(cast.get().outsider());
            try (Stage stage = new Stage(services, narrator, cast.get(), certificate.get())) {
                return tell(stage);
            }
        }
    }

    /** How the story ended. */
    record Told(int exitCode, String words) {}

    private Told tell(Stage stage) throws InterruptedException, SQLException, IOException {
        new ExchangeChapters(stage).tell();
        Position lastUse = new UseChapter(stage).tell();
        BalanceChapter balances = new BalanceChapter(stage);
        balances.tell(lastUse);
        new OutsiderChapter(stage).tell(lastUse);
        new ProofChapter(stage, proofs).tell();
        narrator.chapter("In the end");
        return balances.summarise(lastUse)
                ? new Told(Ending.TOLD, "Both sides computed the same from the same statements.")
                : new Told(Ending.NOT_AS_EXPECTED, "The two sides did NOT compute the same.");
    }

    /** Where evidence files go. */
    record ProofFiles(Path evidence) {
        Path trust() {
            return evidence.resolveSibling("trust.json");
        }

        Path altered() {
            return evidence.resolveSibling("altered-" + evidence.getFileName());
        }
    }

    static CertificateFile read(Optional<Path> file) {
        return file.map(path -> CertificateFile.read(path, ShippedRules.RULE_SETS))
                .orElseGet(() -> CertificateFile.read(ShippedSample.bytes(), ShippedRules.RULE_SETS));
    }
}
