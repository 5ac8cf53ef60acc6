package org.entente.launcher.service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.entente.certs.key.SigningKey;
import org.entente.launcher.service.PresentedFiles.Kind;
import org.entente.model.member.MemberId;

/** Fills the folder of what can be presented: what is genuine comes from the issuer's API, the rest is forged from it. */
final class PresentationMaking {
    private static final int YEAR_AND_MORE = 420;

    private final MemberId issuer;
    private final SignedIn exporter;
    private final PresentedFiles files;

    PresentationMaking(MemberId issuer, SignedIn exporter, PresentedFiles files) {
        this.issuer = issuer;
        this.exporter = exporter;
        this.files = files;
    }

    /** Downloads a certificate as its exporter does. */
    Forgeries.Pair genuine(Presentation what, String name) {
        String path = "/v1/certificates/" + name;
        String credential =
                new String(exporter.file(path + "/credential", "application/vc+jwt"), StandardCharsets.US_ASCII);
        Forgeries.Pair pair = new Forgeries.Pair(
                credential, exporter.get(path + "/seal").good().at("/seal"));
        keep(what, pair);
        files.keep(issuer, what, Kind.PAPER, exporter.file(path + "/paper", "application/pdf"));
        return pair;
    }

    void forged(Forgeries.Pair genuine, SigningKey key, LocalDate today) {
        Forgeries forgeries = new Forgeries(genuine.credential(), genuine.seal(), key);
        LocalDate then = today.minusDays(YEAR_AND_MORE);
        String number = String.format(java.util.Locale.ROOT, "DEMO-%s-LAST-YEAR", issuer);
        keep(Presentation.EXPIRED, forgeries.expired(SampleCertificate.of(issuer, number, then), then));
        keep(Presentation.TAMPERED, forgeries.tampered());
        keep(Presentation.ISSUER_UNKNOWN, forgeries.ofStranger());
    }

    private void keep(Presentation what, Forgeries.Pair pair) {
        files.keep(issuer, what, Kind.CREDENTIAL, pair.credential().getBytes(StandardCharsets.US_ASCII));
        files.keep(issuer, what, Kind.SEAL, pair.seal().getBytes(StandardCharsets.US_ASCII));
    }
}
