package org.entente.api.page;

import static org.entente.api.account.Role.ADMINISTRATOR;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.api.account.Organisation;
import org.entente.api.certificate.CertificateName;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;

/**
 * Australia and China with an account for each role, and Singapore, which no certificate of theirs concerns and which
 * reaches nobody's status lists; an account's password is its name.
 */
final class PagesStage {
    private static final Map<String, String> FORMS = Map.of(
            "genuine.pdf", "paper",
            "genuine.png", "qr/seal.png",
            "genuine.jwt", "credential",
            "genuine.json", "credential?securing=ecdsa-jcs-2019",
            "seal.json", "seal");

    private final Api australia;
    private final Api china;
    private final Api singapore;

    PagesStage() {
        Stage stage = Stage.shared();
        australia = stage.au();
        china = stage.cn();
        singapore = stage.start("SG");
        Organisation customs = australia.organisation("Customs of Australia");
        australia.account("exporter@pages", australia.organisation("Sample Grain Exports Pty Ltd"), EXPORTER);
        australia.account("rival@pages", australia.organisation("Sample Wine Exports Pty Ltd"), EXPORTER);
        australia.account("issuer@pages", customs, ISSUING_OFFICER);
        australia.account("admin@pages", customs, ADMINISTRATOR);
        china.account("officer@pages", china.organisation("Customs of China"), VERIFYING_OFFICER);
        singapore.account("officer@pages", singapore.organisation("Customs of Singapore"), VERIFYING_OFFICER);
    }

    /** Writes a certificate that China's copy knows, in every form that its holder has, into a folder. */
    void issue(Path folder) throws IOException {
        String name = new Issuance(australia, "exporter@pages", "issuer@pages").issued();
        Until.holds(() -> china.get("officer@pages", "/v1/inbox/" + name), answer -> answer.status() == 200);
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            Files.write(
                    folder.resolve(form.getKey()),
                    australia
                            .get("exporter@pages", "/v1/certificates/" + name + "/" + form.getValue())
                            .expect(200)
                            .response()
                            .body());
        }
        Files.writeString(
                folder.resolve("number.txt"),
                CertificateName.read(name).referenceNo().value());
    }

    URI australia() {
        return australia.at("/");
    }

    URI china() {
        return china.at("/");
    }

    URI singapore() {
        return singapore.at("/");
    }

    /**
     * Shows the pages to whoever works on them, until the input ends.
     *
     * @param args a folder for a certificate's files
     * @throws IOException if the input breaks
     */
    public static void main(String[] args) throws IOException {
        PagesStage stage = new PagesStage();
        stage.issue(Path.of(args[0]));
        System.out.println(stage.australia() + " " + stage.china() + " " + stage.singapore());
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
