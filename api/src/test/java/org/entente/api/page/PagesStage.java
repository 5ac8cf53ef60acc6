package org.entente.api.page;

import static org.entente.api.account.Role.ADMINISTRATOR;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import java.io.IOException;
import java.net.URI;
import org.entente.api.account.Organisation;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;

/** Australia and China with an account for each role; an account's password is its name. */
final class PagesStage {
    private final Api australia;
    private final Api china;

    PagesStage() {
        Stage stage = Stage.shared();
        australia = stage.au();
        china = stage.cn();
        Organisation customs = australia.organisation("Customs of Australia");
        australia.account("exporter@pages", australia.organisation("Sample Grain Exports Pty Ltd"), EXPORTER);
        australia.account("rival@pages", australia.organisation("Sample Wine Exports Pty Ltd"), EXPORTER);
        australia.account("issuer@pages", customs, ISSUING_OFFICER);
        australia.account("admin@pages", customs, ADMINISTRATOR);
        china.account("officer@pages", china.organisation("Customs of China"), VERIFYING_OFFICER);
    }

    URI australia() {
        return australia.at("/");
    }

    URI china() {
        return china.at("/");
    }

    /**
     * Shows the pages to whoever works on them, until the input ends.
     *
     * @param args none
     * @throws IOException if the input breaks
     */
    public static void main(String[] args) throws IOException {
        PagesStage stage = new PagesStage();
        System.out.println(stage.australia() + " " + stage.china());
        while (System.in.read() >= 0) {}
        System.exit(0);
    }
}
