package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People sign in by a form, and stay signed in at every instance. */
class SignInTest {
    private static final Api AU = Stage.shared().au();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @BeforeAll
    static void accounts() {
        AU.account("signin-exporter", AU.organisation("Exporter"), Role.EXPORTER);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(browser.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private Answer page(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8"));
    }

    private Answer signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page(AU.at("/login")).expect(200).text());
        assertThat(token.find()).isTrue();
        return send(HttpRequest.newBuilder(AU.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=" + name
                        + "&password=" + password)));
    }

    @Test
    void a_session_counts_at_every_instance_until_the_account_is_disabled() throws Exception {
        Answer signedIn = signIn("signin-exporter", "signin-exporter").expect(302);
        String cookie = signedIn.response().headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("entente-AU="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(page(AU.at("/v1/me")).expect(200).text("/account")).isEqualTo("signin-exporter");
        try (Api second = Stage.shared().start("AU")) {
            assertThat(page(second.at("/v1/me")).expect(200).text("/account")).isEqualTo("signin-exporter");
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing() throws Exception {
        Answer wrong = signIn("signin-exporter", "wrong").expect(302);
        Answer unknown = signIn("signin-nobody", "wrong").expect(302);
        assertThat(wrong.header("Location")).isEqualTo(unknown.header("Location"));
        page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_does_not_count_either() throws Exception {
        AU.account("signin-attacked", AU.organisation("Attacked"), Role.EXPORTER);
        for (int i = 0; i < 10; i++) {
            signIn("signin-attacked", "wrong").expect(302);
        }
        assertThat(signIn("signin-attacked", "signin-attacked").expect(302).header("Location"))
                .endsWith("/login?error");
        page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void a_page_leads_to_the_sign_in_and_an_address_of_the_interface_says_so() throws Exception {
        assertThat(page(AU.at("/")).expect(302).header("Location")).endsWith("/login");
        page(AU.at("/v1/applications")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    @Test
    void a_write_of_a_session_needs_the_forms_token() throws Exception {
        signIn("signin-exporter", "signin-exporter").expect(302);
        send(HttpRequest.newBuilder(AU.at("/v1/applications"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(Samples.certificate())))
                .problem(403, "REQUEST_CSRF_INVALID");
    }

    @Test
    void the_sign_in_leads_on_to_the_page_that_was_asked_for() throws Exception {
        page(AU.at("/applications")).expect(302);
        assertThat(signIn("signin-exporter", "signin-exporter").expect(302).header("Location"))
                .startsWith(AU.at("/applications").toString());
    }

    @Test
    void the_sign_in_does_not_lead_to_another_service_of_the_same_host() throws Exception {
        page(AU.at("/applications")).expect(302);
        page(Stage.shared().cn().at("/scan")).expect(302);
        assertThat(signIn("signin-exporter", "signin-exporter").expect(302).header("Location"))
                .startsWith(AU.at("/").toString());
    }

    @Test
    void a_form_opened_before_a_sign_in_at_another_member_still_counts() throws Exception {
        Matcher token = TOKEN.matcher(page(AU.at("/login")).expect(200).text());
        assertThat(token.find()).isTrue();
        page(Stage.shared().cn().at("/login")).expect(200);
        assertThat(send(HttpRequest.newBuilder(AU.at("/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                                        + "&username=signin-exporter&password=signin-exporter")))
                        .status())
                .isEqualTo(302);
    }
}
