package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.UUID;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Browser;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People sign in by a form, and stay signed in at every instance. */
class SignInTest {
    private static final Api AU = Stage.shared().au();
    private final Browser browser = new Browser();

    @BeforeAll
    static void accounts() {
        AU.account("signin-exporter", AU.organisation("Exporter"), Role.EXPORTER);
    }

    @Test
    void a_session_counts_at_every_instance_until_the_account_is_disabled() throws Exception {
        Answer signedIn =
                browser.signIn(AU, "signin-exporter", "signin-exporter").expect(302);
        String cookie = signedIn.response().headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("entente-AU="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(browser.page(AU.at("/v1/me")).expect(200).text("/account")).isEqualTo("signin-exporter");
        try (Api second = Stage.shared().start("AU")) {
            assertThat(browser.page(second.at("/v1/me")).expect(200).text("/account"))
                    .isEqualTo("signin-exporter");
        }
    }

    @Test
    void that_somebody_is_still_there_is_noted_once_a_minute() throws Exception {
        AU.account("signin-noted", AU.organisation("Noted"), Role.EXPORTER);
        browser.signIn(AU, "signin-noted", "signin-noted").expect(302);
        long first = lastNoted("signin-noted", 0);
        browser.page(AU.at("/v1/me")).expect(200);
        assertThat(lastNoted("signin-noted", 0)).isEqualTo(first);
        long earlier = lastNoted("signin-noted", 61_000);
        browser.page(AU.at("/v1/me")).expect(200);
        assertThat(lastNoted("signin-noted", 0)).isGreaterThan(earlier + 60_000);
    }

    /** When a session was last noted, in milliseconds, after it was put back by so many. */
    private static long lastNoted(String account, long back) {
        return AU.part(JdbcClient.class)
                .sql("update api.spring_session set last_access_time = last_access_time - ? where principal_name = ?"
                        + " returning last_access_time")
                .param(back)
                .param(account)
                .query(Long.class)
                .single();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing() throws Exception {
        Answer wrong = browser.signIn(AU, "signin-exporter", "wrong").expect(302);
        Answer unknown = browser.signIn(AU, "signin-nobody", "wrong").expect(302);
        assertThat(wrong.header("Location")).isEqualTo(unknown.header("Location"));
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void a_name_that_no_database_keeps_is_an_unknown_one() throws Exception {
        Answer unknown = browser.signIn(AU, "signin-nobody", "wrong").expect(302);
        Answer strange = browser.signIn(AU, "signin%00nobody", "wr%00ng").expect(302);
        assertThat(strange.header("Location")).isEqualTo(unknown.header("Location"));
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_does_not_count_either() throws Exception {
        AU.account("signin-attacked", AU.organisation("Attacked"), Role.EXPORTER);
        for (int i = 0; i < 10; i++) {
            browser.signIn(AU, "signin-attacked", "wrong").expect(302);
        }
        assertThat(browser.signIn(AU, "signin-attacked", "signin-attacked")
                        .expect(302)
                        .header("Location"))
                .endsWith("/login?error");
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void a_page_leads_to_the_sign_in_and_an_address_of_the_interface_says_so() throws Exception {
        assertThat(browser.page(AU.at("/")).expect(302).header("Location")).endsWith("/login");
        browser.page(AU.at("/v1/applications")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void a_write_of_a_session_needs_the_forms_token() throws Exception {
        browser.signIn(AU, "signin-exporter", "signin-exporter").expect(302);
        browser.send(HttpRequest.newBuilder(AU.at("/v1/applications"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(Samples.certificate())))
                .problem(403, "REQUEST_CSRF_INVALID");
    }

    @Test
    void the_sign_in_leads_on_to_the_page_that_was_asked_for() throws Exception {
        browser.page(AU.at("/applications")).expect(302);
        assertThat(browser.signIn(AU, "signin-exporter", "signin-exporter")
                        .expect(302)
                        .header("Location"))
                .startsWith(AU.at("/applications").toString());
    }

    @Test
    void the_sign_in_does_not_lead_to_another_service_of_the_same_host() throws Exception {
        browser.page(AU.at("/applications")).expect(302);
        browser.page(Stage.shared().cn().at("/scan")).expect(302);
        assertThat(browser.signIn(AU, "signin-exporter", "signin-exporter")
                        .expect(302)
                        .header("Location"))
                .startsWith(AU.at("/").toString());
    }

    @Test
    void a_form_opened_before_a_sign_in_at_another_member_still_counts() throws Exception {
        String token = browser.token(AU);
        browser.page(Stage.shared().cn().at("/login")).expect(200);
        assertThat(browser.signIn(AU, token, "signin-exporter", "signin-exporter")
                        .status())
                .isEqualTo(302);
    }
}
