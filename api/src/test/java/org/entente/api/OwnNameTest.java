package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.model.origin.certificate.Party.Identifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody has goods certified in another's name: the certificate's exporter is the organisation that applies. */
class OwnNameTest {
    private static final Api AU = Stage.shared().au();
    private static final String OTHER = "APPLICATION_EXPORTER_OTHER";

    @BeforeAll
    static void accounts() {
        AU.account("name-exporter", organisation("SAMPLE GRAIN EXPORTS PTY. LTD.", ""), Role.EXPORTER);
        AU.account("name-other", organisation("Sample Wine Exports Pty Ltd", ""), Role.EXPORTER);
        AU.account("name-numbered", organisation("Trading as Grain", "00000000000"), Role.EXPORTER);
        AU.account("name-misnumbered", organisation("Sample Grain Exports Pty Ltd", "11111111111"), Role.EXPORTER);
        AU.account("name-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static Organisation organisation(String name, String number) {
        return AU.part(AccountStore.class)
                .addOrganisation(
                        name,
                        Optional.of(number)
                                .filter(text -> !text.isEmpty())
                                .map(text -> new Identifier("abr.gov.au:abn", text)));
    }

    private static Answer applied(String account) {
        return AU.send(AU.post(account, "/v1/applications", Samples.certificate()));
    }

    private static String numbered(String number) {
        return Samples.certificate().replace("\"value\": \"00000000000\"", "\"value\": \"" + number + "\"");
    }

    private static String pointer(Answer refused) {
        return refused.json()
                .at("/errors")
                .valueStream()
                .filter(error -> error.at("/code").asString().equals(OTHER))
                .map(error -> error.at("/pointer").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_exporter_applies_in_its_own_name_whatever_the_spelling_and_in_no_other() {
        AU.send(AU.post("name-exporter", "/v1/applications", numbered("22222222222")))
                .expect(201);
        Answer refused = applied("name-other").problem(422, "REQUEST_REFUSED");
        assertThat(refused.codes()).contains(OTHER);
        assertThat(pointer(refused)).isEqualTo("/exporter/name");
        assertThat(refused.text()).contains("applied for Sample Wine Exports Pty Ltd");
    }

    @Test
    void who_has_no_number_gives_nobody_elses_however_it_is_written() {
        for (String number : new String[] {"00000000000", "00 000 000 000", "０0000000000"}) {
            Answer refused = AU.send(AU.post("name-exporter", "/v1/applications", numbered(number)))
                    .problem(422, "REQUEST_REFUSED");
            assertThat(refused.codes()).as(number).contains(OTHER);
            assertThat(pointer(refused)).isEqualTo("/exporter/id/value");
            assertThat(refused.text()).doesNotContain("Trading as Grain");
        }
        String unnumbered =
                Samples.certificate().replaceFirst("\"id\": *\\{[^}]*\"value\": *\"00000000000\"[^}]*\\},? *", "");
        assertThat(unnumbered).doesNotContain("00000000000");
        AU.send(AU.post("name-exporter", "/v1/applications", unnumbered)).expect(201);
    }

    @Test
    void the_number_in_the_register_decides_where_there_is_one() {
        applied("name-numbered").expect(201);
        Answer refused = applied("name-misnumbered").problem(422, "REQUEST_REFUSED");
        assertThat(refused.codes()).contains(OTHER);
        assertThat(pointer(refused)).isEqualTo("/exporter/id/value");
        String unnumbered = Samples.certificate().replace("\"value\": \"00000000000\"", "\"value\": \"1\"");
        assertThat(AU.send(AU.post("name-numbered", "/v1/applications", unnumbered))
                        .problem(422, "REQUEST_REFUSED")
                        .codes())
                .contains(OTHER);
    }

    @Test
    void a_broker_applies_in_the_names_of_those_who_appointed_it_and_of_no_other() {
        Organisation broker = organisation("Brokers", "");
        Organisation grain = organisation("Sample Grain Exports Pty Ltd", "");
        Organisation wine = organisation("Sample Wine Exports", "");
        AU.account("name-broker", broker, Role.BROKER);
        AccountStore accounts = AU.part(AccountStore.class);
        accounts.delegate(wine.id(), broker.id(), java.time.Instant.parse("2099-01-01T00:00:00Z"));
        String path = "/v1/applications?exporter=";
        AU.send(AU.post("name-broker", path + grain.id(), Samples.certificate()))
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        assertThat(AU.send(AU.post("name-broker", path + wine.id(), Samples.certificate()))
                        .problem(422, "REQUEST_REFUSED")
                        .codes())
                .contains(OTHER);
        accounts.delegate(grain.id(), broker.id(), java.time.Instant.parse("2099-01-01T00:00:00Z"));
        AU.send(AU.post("name-broker", path + grain.id(), numbered("33333333333")))
                .expect(201);
    }

    @Test
    void a_check_and_a_draft_say_it_beforehand_and_an_officer_checks_anybodys() {
        String check = "/v1/applications/check";
        assertThat(AU.send(AU.post("name-other", check, Samples.certificate()))
                        .expect(200)
                        .text())
                .contains(OTHER);
        assertThat(AU.send(AU.post("name-exporter", check, numbered("44444444444")))
                        .expect(200)
                        .text())
                .doesNotContain(OTHER);
        assertThat(AU.send(AU.post("name-issuer", check, Samples.certificate()))
                        .expect(200)
                        .text())
                .doesNotContain(OTHER);
        assertThat(AU.send(AU.post("name-other", "/v1/drafts", Samples.certificate()))
                        .expect(201)
                        .text())
                .contains(OTHER);
    }
}
