package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what, and who keeps that. */
class AccountsTest {
    private static final Api AU = Stage.shared().au();

    @BeforeAll
    static void accounts() {
        AU.account("account-admin", AU.organisation("Administration"), Role.ADMINISTRATOR);
    }

    private static Answer added(String path, String body) {
        return AU.send(AU.post("account-admin", path, body)).expect(201);
    }

    private static String organisation(String name) {
        return added(
                        "/v1/organisations",
                        "{\"name\":\"" + name
                                + "\",\"identifier\":{\"scheme\":\"abr.gov.au:abn\",\"value\":\"00000000000\"}}")
                .text("/id");
    }

    private static void account(String name, String organisation, Role role) {
        added(
                "/v1/accounts",
                "{\"name\":\"" + name + "\",\"organisation\":\"" + organisation + "\",\"roles\":[\"" + role
                        + "\"],\"issuer\":\"" + Stage.shared().tokens().issuer() + "\",\"subject\":\"" + name + "\"}");
    }

    @Test
    void a_broker_applies_for_exporters_that_delegated_and_for_no_other() {
        String exporter = organisation("Delegating exporter");
        String stranger = organisation("Another exporter");
        String broker = organisation("Broker");
        account("accounts-exporter", exporter, Role.EXPORTER);
        account("accounts-broker", broker, Role.BROKER);
        String path = "/v1/applications?exporter=";
        AU.send(AU.post("accounts-broker", path + exporter, Samples.certificate()))
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.send(AU.post(
                        "account-admin",
                        "/v1/delegations",
                        "{\"exporter\":\"" + exporter + "\",\"broker\":\"" + broker
                                + "\",\"until\":\"2099-01-01T00:00:00Z\"}"))
                .expect(200);
        Answer applied = AU.send(AU.post("accounts-broker", path + exporter, Samples.certificate()))
                .expect(201);
        AU.get("accounts-exporter", applied.header("Location")).expect(200);
        AU.get("accounts-broker", applied.header("Location")).expect(200);
        AU.send(AU.post("accounts-broker", path + stranger, Samples.certificate()))
                .problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.send(AU.post("accounts-broker", "/v1/applications", Samples.certificate()))
                .problem(400, "REQUEST_PARAMETER_INVALID");
    }

    @Test
    void a_disabled_account_is_shut_out_at_its_next_request() {
        account("accounts-disabled", organisation("Soon gone"), Role.EXPORTER);
        AU.get("accounts-disabled", "/v1/me").expect(200);
        AU.send(AU.post("account-admin", "/v1/accounts/accounts-disabled/state", "{\"enabled\":false}"))
                .expect(200);
        AU.get("accounts-disabled", "/v1/me").problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void every_mistake_in_a_new_account_is_named_at_once() {
        Answer answer = AU.send(
                        AU.post("account-admin", "/v1/accounts", "{\"name\":\"A B\",\"roles\":[\"KING\"],\"more\":1}"))
                .problem(400, "REQUEST_BODY_INVALID");
        assertThat(answer.codes())
                .contains("JSON_VALUE_INVALID", "JSON_MEMBER_MISSING", "JSON_MEMBER_UNKNOWN", "ACCOUNT_WITHOUT_WAY_IN");
        AU.send(AU.post(
                        "account-admin",
                        "/v1/accounts",
                        "{\"name\":\"accounts-lost\",\"organisation\":\"" + UUID.randomUUID()
                                + "\",\"roles\":[\"EXPORTER\"],\"password\":\"long enough for this\"}"))
                .problem(422, "REQUEST_REFUSED");
    }

    @Test
    void only_an_administrator_keeps_accounts_and_reads_the_audit() {
        Organisation exporter = AU.organisation("Curious");
        AU.account("accounts-curious", exporter, Role.EXPORTER, Role.ISSUING_OFFICER);
        for (String path : new String[] {"/v1/accounts", "/v1/organisations", "/v1/audit", "/v1/network/missing"}) {
            AU.get("accounts-curious", path).problem(403, "REQUEST_FORBIDDEN");
            AU.get("account-admin", path).expect(200);
        }
    }

    @Test
    void the_audit_says_who_looked_and_who_decided_and_only_grows() {
        Organisation exporter = AU.organisation("Watched");
        AU.account("accounts-watched", exporter, Role.EXPORTER);
        AU.account("accounts-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        Answer applied = AU.send(AU.post("accounts-watched", "/v1/applications", Samples.certificate()))
                .expect(201);
        AU.get("accounts-issuer", applied.header("Location")).expect(200);
        Answer notes = AU.get("account-admin", "/v1/audit?subject=" + applied.text("/id"))
                .expect(200);
        assertThat(notes.text("/items/0/action")).isEqualTo("application.viewed");
        assertThat(notes.text("/items/0/account")).isEqualTo("accounts-issuer");
        assertThat(notes.text("/items/1/action")).isEqualTo("application.applied");
        assertThatThrownBy(() ->
                        AU.part(JdbcClient.class).sql("delete from api.audit").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void the_network_is_shown_with_its_members_and_streams() {
        Answer members = AU.get("account-admin", "/v1/network/members").expect(200);
        assertThat(members.text("/self")).isEqualTo("AU");
        assertThat(members.text("/items/1/member")).isEqualTo("CN");
        assertThat(members.json().at("/items/1/admitted").asBoolean()).isTrue();
        assertThat(members.json().at("/items/1/keys").size()).isEqualTo(2);
        AU.get("account-admin", "/v1/network/streams").expect(200);
        for (String list : new String[] {"missing", "quarantined", "incidents", "without-effect"}) {
            AU.get("account-admin", "/v1/network/" + list).expect(200);
        }
    }
}
