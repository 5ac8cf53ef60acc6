package org.entente.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.launcher.service.Answer.UnexpectedAnswer;

/** Somebody who signed in at an administration as people do: by its form, with a session. */
public final class SignedIn implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"_csrf\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]+)\"");

    private final URI base;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final String formToken;

    private SignedIn(URI base, String name, String password) {
        this.base = base;
        try {
            enter(name, password);
            // The sign-in ends the token of the page before it.
            this.formToken = formToken();
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    private void enter(String name, String password) {
        Answer answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(formToken()) + "&username=" + encoded(name)
                        + "&password=" + encoded(password))));
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new UnexpectedAnswer("cannot sign in as " + name + " at " + base + ": status " + answer.status());
        }
    }

    /**
     * Signs in.
     *
     * @param base the administration's address
     * @param account who
     * @return the session
     * @throws UnexpectedAnswer if name and password do not count there
     */
    public static SignedIn at(URI base, Account account) {
        return at(base, account.role().account(), account.password());
    }

    /**
     * Signs in as an account that was made in the meantime.
     *
     * @param base the administration's address
     * @param name of the account
     * @param password its password
     * @return the session
     * @throws UnexpectedAnswer if name and password do not count there
     */
    public static SignedIn at(URI base, String name, String password) {
        return new SignedIn(base, name, password);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String formToken() {
        Answer page = send(request("/login").header("Accept", "text/html"));
        Matcher field = FIELD.matcher(page.text());
        if (field.find()) {
            Matcher value = VALUE.matcher(field.group());
            if (value.find()) {
                return value.group(1);
            }
        }
        throw new UnexpectedAnswer("there is no sign-in form at " + base + ": status " + page.status());
    }

    /**
     * Looks at something.
     *
     * @param path such as {@code /v1/inbox}
     * @return the answer
     */
    public Answer get(String path) {
        return send(request(path).header("Accept", "application/json"));
    }

    /**
     * Fetches a file.
     *
     * @param path such as {@code /v1/certificates/…/paper}
     * @param type the media type
     * @return its bytes
     * @throws UnexpectedAnswer if it is not given
     */
    public byte[] file(String path, String type) {
        HttpResponse<byte[]> response = sent(request(path).header("Accept", type));
        Answer.of(response).good();
        return response.body();
    }

    /**
     * Opens a page as a browser does.
     *
     * @param path such as {@code /}
     * @return the answer; it may lead elsewhere
     */
    public Answer page(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    /**
     * Changes something, once for a key.
     *
     * @param path such as {@code /v1/applications}
     * @param key the caller's own: the same request again gets the same answer
     * @param body JSON; empty text for none
     * @param etag of what the caller read before; empty text for none
     * @return the answer
     */
    public Answer post(String path, String key, String body, String etag) {
        HttpRequest.Builder request = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("X-XSRF-TOKEN", formToken)
                .POST(BodyPublishers.ofString(body));
        return send(etag.isEmpty() ? request : request.header("If-Match", etag));
    }

    /**
     * Has a file looked at, which changes nothing.
     *
     * @param path such as {@code /v1/verifications/file}
     * @param bytes the file
     * @return the answer
     */
    public Answer upload(String path, byte[] bytes) {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", formToken)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    /**
     * What else a program sends that speaks HTTP by itself and goes on with this session.
     *
     * @return header lines, each with its line end
     */
    public String sessionHeaders() {
        String cookies = ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return "Cookie: " + cookies + "\r\nX-XSRF-TOKEN: " + formToken + "\r\n";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) {
        return Answer.of(sent(request));
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("asked to end");
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
