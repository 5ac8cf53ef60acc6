package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.api.account.AccountStore;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Role;
import org.entente.api.settings.InstanceSettings;
import org.entente.api.settings.SettingsRefused;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Browser;
import org.entente.api.stage.IdentityProvider;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People sign in by a real OpenID provider: authorization code with PKCE, redirects and cookies, as browsers do it. */
class OutsideSignInTest {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String SERVICE = "ministry";
    private static final String REFUSED = "/login?error=outside";

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final Api AU = Stage.shared().start("AU", PROVIDER.settings(SERVICE));

    private final Browser browser = new Browser();

    @BeforeAll
    static void accounts() {
        PROVIDER.redirectsTo(AU.at("/login/oauth2/code/" + SERVICE).toString(), left());
        for (String subject :
                new String[] {"inspector", "leaver", "other-issuer", "other-audience", "other-nonce", "expired"}) {
            account("oidc-" + subject, PROVIDER.issuer(), subject);
        }
        account("oidc-elsewhere", "http://other.example", "elsewhere");
    }

    @AfterAll
    static void close() {
        AU.close();
        PROVIDER.close();
    }

    /** Where people are after they signed out, by the address at which browsers reach the service. */
    private static String left() {
        return AU.part(InstanceSettings.class)
                .baseUrl()
                .resolve("/login?logout")
                .toString();
    }

    private static void account(String name, String issuer, String subject) {
        assertThat(AU.part(AccountStore.class)
                        .add(new NewAccount(
                                name,
                                AU.organisation("Administration").id(),
                                Set.of(Role.VERIFYING_OFFICER),
                                Optional.empty(),
                                Optional.of(new NewAccount.Outside(issuer, subject)))))
                .isTrue();
    }

    @Test
    void who_signs_in_there_is_signed_in_here_at_every_instance() throws Exception {
        assertThat(browser.page(AU.at("/login")).expect(200).text())
                .contains("/oauth2/authorization/" + SERVICE)
                .contains("Sign in with " + SERVICE);

        Answer page = signIn("inspector");

        assertThat(page.response().uri()).isEqualTo(AU.at("/scan"));
        assertThat(page.expect(200).text()).contains("oidc-inspector");
        assertThat(browser.page(AU.at("/v1/me")).expect(200).text("/account")).isEqualTo("oidc-inspector");
        assertThat(browser.page(Stage.shared().au().at("/v1/me")).expect(200).text("/account"))
                .isEqualTo("oidc-inspector");
    }

    @Test
    void who_asked_for_a_page_gets_it_after_the_sign_in() throws Exception {
        browser.page(AU.at("/inbox")).expect(302);
        assertThat(signIn("inspector").response().uri().getPath()).isEqualTo("/inbox");
    }

    @Test
    void a_request_for_a_code_has_a_state_a_nonce_and_a_challenge_that_are_never_the_same() throws Exception {
        Map<String, String> first = parameters(begun());
        Map<String, String> second = parameters(begun());
        assertThat(first)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256");
        for (String name : new String[] {"state", "nonce", "code_challenge"}) {
            assertThat(first.get(name)).hasSizeGreaterThan(40).isNotEqualTo(second.get(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "elsewhere", "other-issuer", "other-audience", "other-nonce", "expired"})
    void refuses_whom_it_does_not_know_and_tokens_that_are_not_in_order(String subject) throws Exception {
        refused(signIn(subject));
    }

    @Test
    void an_account_that_is_disabled_is_out_at_once_and_does_not_come_in_again() throws Exception {
        signIn("leaver").expect(200);
        AU.part(JdbcClient.class)
                .sql("update api.account set enabled = false where name = 'oidc-leaver'")
                .update();

        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
        refused(signIn("leaver"));
    }

    @Test
    void an_answer_counts_for_the_browser_that_asked_and_once() throws Exception {
        URI answer = atProvider(begun(), "inspector");
        assertThat(answer.getPath()).isEqualTo("/login/oauth2/code/" + SERVICE);

        Browser other = new Browser();
        assertThat(other.page(answer).expect(302).header("Location")).endsWith(REFUSED);
        assertThat(browser.page(URI.create(answer.toString().replace("state=", "state=x")))
                        .expect(302)
                        .header("Location"))
                .endsWith(REFUSED);
        assertThat(follow(answer).expect(200).text()).contains("oidc-inspector");
        assertThat(browser.page(answer).expect(302).header("Location")).endsWith(REFUSED);
    }

    @Test
    void an_answer_comes_too_late_once_the_session_ended() throws Exception {
        URI answer = atProvider(begun(), "inspector");
        AU.part(JdbcClient.class)
                .sql("delete from api.spring_session where principal_name is null")
                .update();
        refused(follow(answer));
    }

    @Test
    void a_provider_that_could_not_be_told_from_another_is_refused_at_the_start() {
        String registration = "--spring.security.oauth2.client.registration.ministry.";
        String provider = "--spring.security.oauth2.client.provider.ministry.";
        assertThatThrownBy(() -> Stage.shared()
                        .start(
                                "AU",
                                registration + "client-id=a",
                                registration + "client-secret=b",
                                registration + "scope=email",
                                registration + "authorization-grant-type=authorization_code",
                                registration + "redirect-uri=https://co.example/login/oauth2/code/ministry",
                                provider + "authorization-uri=https://login.example/authorize",
                                provider + "token-uri=https://login.example/token",
                                provider + "jwk-set-uri=https://login.example/keys"))
                .satisfies(e -> assertThat(NestedExceptionUtils.getMostSpecificCause(e))
                        .isInstanceOf(SettingsRefused.class)
                        .hasMessageContaining("provider.ministry.issuer-uri is not set")
                        .hasMessageContaining("registration.ministry.scope must contain openid"));
    }

    @Test
    void who_signs_out_is_signed_out_there_too() throws Exception {
        Matcher token = FORM_TOKEN.matcher(signIn("inspector").expect(200).text());
        assertThat(token.find()).isTrue();
        assertThat(begun().toString()).startsWith(PROVIDER.issuer());
        assertThat(atProvider(begun(), "inspector").getPath()).startsWith("/login/oauth2/code/");

        Answer out = browser.send(HttpRequest.newBuilder(AU.at("/logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));

        assertThat(out.expect(200).header("Refresh")).startsWith("0;url=" + PROVIDER.issuer());
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
        URI there = URI.create(out.header("Refresh").substring("0;url=".length()));
        assertThat(there.getQuery()).contains("id_token_hint=");
        assertThat(browser.page(there).expect(302).header("Location")).isEqualTo(left());
        URI asked = begun();
        URI asks = asked.resolve(browser.page(asked).expect(302).header("Location"));
        assertThat(browser.page(asks).expect(200).text())
                .as("it asks again who that is")
                .contains("name=\"password\"");
    }

    @Test
    void an_instance_starts_and_serves_without_the_provider_and_finds_it_by_itself() throws Exception {
        String[] settings;
        int port;
        try (IdentityProvider first = new IdentityProvider()) {
            settings = first.settings("later");
            port = URI.create(first.issuer()).getPort();
        }
        try (Api alone = Stage.shared().start("AU", settings)) {
            URI button = alone.at("/oauth2/authorization/later");
            assertThat(browser.page(alone.at("/login")).expect(200).text()).contains(button.getPath());
            for (String path : new String[] {
                "/oauth2/authorization/later",
                "/oauth2/authorization/%6Cater",
                "/login/oauth2/code/later?code=x&state=y",
                "/login/oauth2/code/%6Cater?code=x&state=y"
            }) {
                assertThat(browser.page(alone.at(path)).expect(503).text())
                        .contains("SIGN_IN_SERVICE_UNREACHABLE", "sign in with account and password");
            }
            alone.account("oidc-by-password", alone.organisation("Administration"), Role.VERIFYING_OFFICER);
            assertThat(browser.signIn(alone, "oidc-by-password", "oidc-by-password")
                            .expect(302)
                            .header("Location"))
                    .doesNotContain("error");
            try (IdentityProvider later = new IdentityProvider(port)) {
                Answer sent = Until.holds(() -> page(button), answer -> answer.status() == 302);
                assertThat(sent.header("Location")).startsWith(later.issuer());
            }
        }
    }

    @Test
    void a_service_that_nobody_knows_is_not_found() throws Exception {
        for (String path : new String[] {
            "/oauth2/authorization/nobody", "/oauth2/authorization/%6Eobody", "/login/oauth2/code/nobody?code=x&state=y"
        }) {
            assertThat(browser.page(AU.at(path)).expect(404).text()).contains("REQUEST_TARGET_UNKNOWN");
        }
    }

    private Answer page(URI address) {
        try {
            return browser.page(address);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(Answer page) throws Exception {
        assertThat(page.response().uri()).isEqualTo(AU.at(REFUSED));
        assertThat(page.expect(200).text()).contains("You are not signed in").doesNotContain("oidc-");
        browser.page(AU.at("/v1/me")).problem(401, "REQUEST_UNAUTHENTICATED");
    }

    /** From the button on the sign-in page to the page where it ends. */
    private Answer signIn(String subject) throws Exception {
        return follow(atProvider(begun(), subject));
    }

    private URI begun() throws Exception {
        Answer sent = browser.page(AU.at("/oauth2/authorization/" + SERVICE)).expect(302);
        return URI.create(sent.header("Location"));
    }

    /** What the provider does with a person, until it sends the browser back. */
    private URI atProvider(URI request, String subject) throws Exception {
        URI at = request;
        for (int i = 0; i < 8 && at.toString().startsWith(PROVIDER.issuer()); i++) {
            Answer page = browser.page(at);
            Matcher form = FORM_TOKEN.matcher(page.text());
            if (page.status() == 200 && form.find()) {
                page = browser.send(HttpRequest.newBuilder(at)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(form.group(1), StandardCharsets.UTF_8) + "&username="
                                        + subject + "&password=" + subject)));
            }
            at = at.resolve(page.expect(302).header("Location"));
        }
        return at;
    }

    private Answer follow(URI address) throws IOException, InterruptedException {
        Answer page = browser.page(address);
        for (int i = 0; i < 8 && page.status() == 302; i++) {
            page = browser.page(page.response().uri().resolve(page.header("Location")));
        }
        return page;
    }

    private static Map<String, String> parameters(URI address) {
        return Arrays.stream(address.getQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
