package org.entente.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.api.page.CertificatePagesTest.page;
import static org.entente.api.page.CertificatePagesTest.sent;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Browser;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The administrator's pages, as they answer. */
class AdministrationPagesTest {
    private static final Api AU = Stage.shared().au();
    private static final String ADMIN = "ap-admin";

    @BeforeAll
    static void accounts() {
        AU.account(ADMIN, AU.organisation("Administration"), Role.ADMINISTRATOR);
        AU.account("ap-officer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static Map<String, String> account(String name, Organisation organisation) {
        return Map.of(
                "key",
                UUID.randomUUID().toString(),
                "name",
                name,
                "organisation",
                organisation.id().toString(),
                "roles",
                "EXPORTER",
                "password",
                "long enough for this");
    }

    private static boolean mayEnter(String name, String password) {
        return AU.part(AccountStore.class)
                .credentials(name)
                .map(found -> AU.part(org.springframework.security.crypto.password.PasswordEncoder.class)
                        .matches(password, found.passwordHash()))
                .orElse(false);
    }

    @Test
    void nobody_but_an_administrator_sees_them() {
        for (String path :
                new String[] {"/accounts", "/accounts/new", "/accounts/ap-admin", "/organisations", "/audit"}) {
            page(AU, ADMIN, path).expect(200);
            assertThat(page(AU, "ap-officer", path).status()).isEqualTo(403);
        }
    }

    @Test
    void an_account_is_added_found_shut_out_and_let_in_and_what_is_wrong_stands_beside_the_field() {
        Organisation organisation = AU.organisation("Keepers of accounts");
        Answer wrong = sent(AU, ADMIN, "/accounts/new", Map.of("name", "A B", "password", "short"))
                .expect(422);
        assertThat(wrong.text())
                .contains("id=\"f-name-found\"", "id=\"f-organisation-found\"", "id=\"f-roles-found\"")
                .contains("id=\"f-password-found\"", "value=\"A B\"")
                .doesNotContain("short");
        sent(AU, ADMIN, "/accounts/new", account("ap-new", organisation)).expect(302);
        assertThat(sent(AU, ADMIN, "/accounts/new", account("ap-new", organisation))
                        .expect(422)
                        .text())
                .contains("ACCOUNT_NAME_TAKEN");
        assertThat(page(AU, ADMIN, "/accounts?find=keepers").text()).contains("ap-new");
        assertThat(page(AU, ADMIN, "/accounts?find=nobody-of-that-name").text()).contains("There is no account here");
        assertThat(mayEnter("ap-new", "long enough for this")).isTrue();
        sent(AU, ADMIN, "/accounts/ap-new", Map.of("do", "disable")).expect(302);
        assertThat(mayEnter("ap-new", "long enough for this")).isFalse();
        sent(AU, ADMIN, "/accounts/ap-new", Map.of("do", "enable")).expect(302);
        assertThat(mayEnter("ap-new", "long enough for this")).isTrue();
    }

    @Test
    void roles_and_password_are_changed_and_too_short_a_password_is_refused() {
        sent(AU, ADMIN, "/accounts/new", account("ap-changed", AU.organisation("Changing")))
                .expect(302);
        sent(AU, ADMIN, "/accounts/ap-changed", Map.of("do", "roles", "roles", "BROKER"))
                .expect(302);
        assertThat(AU.get(ADMIN, "/v1/accounts/ap-changed").text("/roles/0")).isEqualTo("BROKER");
        assertThat(sent(AU, ADMIN, "/accounts/ap-changed", Map.of("do", "roles"))
                        .expect(422)
                        .text())
                .contains("id=\"f-roles-found\"");
        assertThat(sent(AU, ADMIN, "/accounts/ap-changed", Map.of("do", "password", "password", "elevenchars"))
                        .expect(422)
                        .text())
                .contains("id=\"f-password-found\"");
        sent(AU, ADMIN, "/accounts/ap-changed", Map.of("do", "password", "password", "twelve chars"))
                .expect(302);
        assertThat(mayEnter("ap-changed", "twelve chars")).isTrue();
        assertThat(AU.send(AU.post(ADMIN, "/v1/accounts/ap-changed/password", "{\"password\":\"of a program\"}"))
                        .expect(200)
                        .text())
                .doesNotContain("program");
        AU.send(AU.post(ADMIN, "/v1/accounts/ap-changed/roles", "{\"roles\":[]}"))
                .problem(400, "REQUEST_BODY_INVALID");
    }

    @Test
    void a_form_that_is_sent_again_with_another_password_is_not_done_and_says_so() {
        Organisation organisation = AU.organisation("Sending again");
        Map<String, String> added = account("ap-again", organisation);
        Map<String, String> other = new HashMap<>(added);
        other.put("password", "another one than before");
        sent(AU, ADMIN, "/accounts/new", added).expect(302);
        sent(AU, ADMIN, "/accounts/new", added).expect(302);
        assertThat(sent(AU, ADMIN, "/accounts/new", other).expect(422).text()).contains("REQUEST_KEY_REUSED");
        assertThat(mayEnter("ap-again", "long enough for this")).isTrue();
        Map<String, String> changed = Map.of("key", "ap-again", "do", "password", "password", "the first password");
        Map<String, String> back = Map.of("key", "ap-again", "do", "password", "password", "the second password");
        sent(AU, ADMIN, "/accounts/ap-again", changed).expect(302);
        sent(AU, ADMIN, "/accounts/ap-again", changed).expect(302);
        assertThat(sent(AU, ADMIN, "/accounts/ap-again", back).expect(422).text())
                .contains("REQUEST_KEY_REUSED");
        assertThat(mayEnter("ap-again", "the first password")).isTrue();
    }

    @Test
    void who_is_signed_in_is_signed_out_by_being_shut_out_and_by_another_password() throws Exception {
        AU.account("ap-signed-in", AU.organisation("Signed in"), Role.EXPORTER);
        Browser browser = new Browser();
        browser.signIn(AU, "ap-signed-in", "ap-signed-in").expect(302);
        browser.page(AU.at("/v1/me")).expect(200);
        sent(AU, ADMIN, "/accounts/ap-signed-in", Map.of("do", "disable")).expect(302);
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
        // The session itself ended: it is not taken up again when the account counts again.
        sent(AU, ADMIN, "/accounts/ap-signed-in", Map.of("do", "enable")).expect(302);
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
        browser.signIn(AU, "ap-signed-in", "ap-signed-in").expect(302);
        browser.page(AU.at("/v1/me")).expect(200);
        sent(AU, ADMIN, "/accounts/ap-signed-in", Map.of("do", "password", "password", "quite another one"))
                .expect(302);
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void an_administrator_neither_shuts_out_nor_lowers_the_own_account() {
        assertThat(sent(AU, ADMIN, "/accounts/" + ADMIN, Map.of("do", "disable"))
                        .expect(422)
                        .text())
                .contains("ACCOUNT_IS_OWN");
        assertThat(AU.send(AU.post(ADMIN, "/v1/accounts/" + ADMIN + "/roles", "{\"roles\":[\"EXPORTER\"]}"))
                        .problem(422, "REQUEST_REFUSED")
                        .codes())
                .containsExactly("ACCOUNT_IS_OWN");
        AU.send(AU.post(ADMIN, "/v1/accounts/" + ADMIN + "/roles", "{\"roles\":[\"EXPORTER\",\"ADMINISTRATOR\"]}"))
                .expect(200);
    }

    @Test
    void a_broker_is_appointed_and_dismissed() {
        Organisation exporter = AU.organisation("Appointing exporter");
        Organisation broker = AU.organisation("Appointed brokers");
        AU.account("ap-broker", broker, Role.BROKER);
        String path = "/organisations/" + exporter.id();
        assertThat(sent(AU, ADMIN, path, Map.of("do", "appoint")).expect(422).text())
                .contains("id=\"f-broker-found\"", "id=\"f-until-found\"");
        sent(AU, ADMIN, path, Map.of("do", "appoint", "broker", broker.id().toString(), "until", "2099-01-31"))
                .expect(302);
        assertThat(page(AU, ADMIN, path).text()).contains("Appointed brokers", "31 Jan 2099");
        assertThat(page(AU, ADMIN, "/organisations/" + broker.id()).text()).contains("Exporters for which it acts");
        assertThat(AU.get(ADMIN, "/v1/delegations?organisation=" + broker.id())
                        .expect(200)
                        .text("/items/0/exporter"))
                .isEqualTo(exporter.id().toString());
        assertThat(AU.get("ap-broker", "/v1/me").text()).contains(exporter.id().toString());
        sent(
                        AU,
                        ADMIN,
                        path,
                        Map.of(
                                "do",
                                "end",
                                "key",
                                "e1",
                                "exporter",
                                exporter.id().toString(),
                                "broker",
                                broker.id().toString()))
                .expect(302);
        assertThat(AU.get("ap-broker", "/v1/me").text())
                .doesNotContain(exporter.id().toString());
    }

    @Test
    void an_organisation_is_added_with_its_number() {
        sent(
                        AU,
                        ADMIN,
                        "/organisations",
                        Map.of("name", "Numbered <&> Sons", "scheme", "abr.gov.au:abn", "value", "11111111111"))
                .expect(302);
        assertThat(page(AU, ADMIN, "/organisations?find=11111111111").text())
                .contains("Numbered &lt;&amp;&gt; Sons", "abr.gov.au:abn");
        assertThat(sent(AU, ADMIN, "/organisations", Map.of("name", "Half", "value", "1"))
                        .expect(422)
                        .text())
                .contains("id=\"f-identifier-scheme-found\"");
    }

    @Test
    void the_audit_is_filtered_and_read_page_by_page() {
        AU.account("ap-watched", AU.organisation("Watched"), Role.EXPORTER, Role.ADMINISTRATOR);
        for (int time = 0; time < 3; time++) {
            AU.send(AU.post("ap-watched", "/v1/organisations", "{\"name\":\"Watched " + time + "\"}"))
                    .expect(201);
        }
        Answer first = page(AU, ADMIN, "/audit?account=ap-watched&action=organisation.&limit=2")
                .expect(200);
        assertThat(first.text().split("organisation.added</a>", -1)).hasSize(3);
        String older = first.text()
                .replaceAll("(?s).*href=\"(/audit\\?cursor=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(AU, ADMIN, older).expect(200).text().split("organisation.added</a>", -1))
                .hasSize(2);
        assertThat(page(AU, ADMIN, "/audit?account=ap-watched&action=application.")
                        .text())
                .contains("Nothing of that kind");
        assertThat(AU.get(ADMIN, "/v1/audit?account=ap-watched&action=organisation.")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isEqualTo(3);
    }
}
