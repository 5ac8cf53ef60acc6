package org.entente.api.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What keeps cookies and signs in by the form, as a person's browser does. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Sends a request with the cookies that it has. */
    public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Looks at a page. */
    public Answer page(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** The token of the form by which one signs in. */
    public String token(Api api) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page(api.at("/login")).expect(200).text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** Signs in; name and password as they stand in a form's body. */
    public Answer signIn(Api api, String name, String password) throws IOException, InterruptedException {
        return signIn(api, token(api), name, password);
    }

    /** Signs in by a form that was opened before. */
    public Answer signIn(Api api, String token, String name, String password) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(api.at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)
                        + "&username=" + name + "&password=" + password)));
    }
}
