package org.entente.api.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.model.origin.certificate.Party.Identifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A running instance, and calls to it as different accounts. */
public final class Api implements AutoCloseable {
    /** One for all: its threads are few. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final ConfigurableApplicationContext context;
    private final Tokens tokens;
    private final URI base;

    Api(ConfigurableApplicationContext context, Tokens tokens) {
        this.context = context;
        this.tokens = tokens;
        this.base = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** A part of the running instance. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Adds an organisation that has the sample exporter's number in the register, whatever it is called. */
    public Organisation organisation(String name) {
        return part(AccountStore.class)
                .addOrganisation(name, Optional.of(new Identifier("abr.gov.au:abn", "00000000000")));
    }

    /** Adds an account that calls with tokens under its own name, and can sign in with its name as its password. */
    public void account(String name, Organisation organisation, Role... roles) {
        String hash = part(PasswordEncoder.class).encode(name);
        if (!part(AccountStore.class)
                .add(new NewAccount(
                        name,
                        organisation.id(),
                        Set.of(roles),
                        Optional.ofNullable(hash),
                        Optional.of(new NewAccount.Outside(tokens.issuer(), name))))) {
            throw new IllegalStateException("account exists: " + name);
        }
    }

    /** Where something is. */
    public URI at(String path) {
        return base.resolve(path);
    }

    /** A request as an account. */
    public HttpRequest.Builder as(String account, String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + tokens.token(account));
    }

    /** A write of an account under a new key. */
    public HttpRequest.Builder post(String account, String path, String body) {
        return as(account, path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** A look of an account. */
    public Answer get(String account, String path) {
        return send(as(account, path).GET());
    }

    /** Sends a request. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
