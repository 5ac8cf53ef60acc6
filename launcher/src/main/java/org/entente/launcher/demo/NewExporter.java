package org.entente.launcher.demo;

import java.net.URI;
import org.entente.launcher.service.Answer;
import org.entente.launcher.service.SignedIn;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Has an exporter registered by the administrator, since nobody applies in another's name. */
final class NewExporter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final SignedIn administrator;

    NewExporter(URI base, SignedIn administrator) {
        this.base = base;
        this.administrator = administrator;
    }

    /** Signs in as a new account of an organisation of that name; the account's name differs from run to run. */
    SignedIn registered(String name, long run) {
        ObjectNode organisation = JSON.createObjectNode().put("name", name);
        Answer made = administrator
                .post("/v1/organisations", "organisation-" + run, organisation.toString(), "")
                .good();
        String account = "exporter-" + run;
        String password = "of-the-file-" + run;
        ObjectNode wanted = JSON.createObjectNode()
                .put("name", account)
                .put("organisation", made.at("/id"))
                .put("password", password);
        wanted.putArray("roles").add("EXPORTER");
        administrator
                .post("/v1/accounts", "account-" + run, wanted.toString(), "")
                .good();
        return SignedIn.at(base, account, password);
    }
}
