package org.entente.api.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.certs.credential.did.DidWeb;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.redelivery.RedeliverySettings;
import org.entente.model.member.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** Turns text into settings, or finds everything that is wrong with it. */
final class SettingsCheck {
    private static final int PEER_PORTS = 65_535;
    private static final int MOST_CONNECTIONS = 500;
    private static final int PUBLIC_PER_MINUTE = 30;
    private static final int DELAY_SECONDS = 10;
    private static final int MOST_SECONDS = 86_400;
    private static final int KEEP_DAYS = 30;
    private static final int MOST_KEEP_DAYS = 3_650;
    private static final int MOST_PER_MINUTE = 1_000_000;

    private static final InetAddressMatcher NOWHERE = address -> false;

    private final List<String> problems = new ArrayList<>();

    /** Throws {@link SettingsRefused} with every problem. */
    static InstanceSettings check(EntenteSettings settings) {
        SettingsCheck check = new SettingsCheck();
        InstanceSettings checked = check.read(settings);
        if (!check.problems.isEmpty()) {
            throw new SettingsRefused(check.problems);
        }
        return checked;
    }

    private InstanceSettings read(EntenteSettings settings) {
        EntenteSettings.Web web = settings.web() == null ? new EntenteSettings.Web(null) : settings.web();
        return new InstanceSettings(
                parsed(
                        "entente.member",
                        settings.member(),
                        "a country code such as AU",
                        MemberId::new,
                        new MemberId("XX")),
                parsed("entente.did", settings.did(), "a DID such as did:web:customs.example", SettingsCheck::did, ""),
                node(
                        settings.node() == null
                                ? new EntenteSettings.Node(
                                        null, null, null, null, null, null, null, null, null, null, null)
                                : settings.node()),
                database(
                        settings.database() == null
                                ? new EntenteSettings.Database(null, null, null, null)
                                : settings.database()),
                url("entente.web.base-url", web.baseUrl()),
                Optional.ofNullable(settings.machines()).map(this::machines),
                Optional.ofNullable(settings.accountsFile()).map(text -> file("entente.accounts-file", text)),
                Optional.ofNullable(settings.credentials()).map(keys -> credentials(keys, settings)),
                verification(
                        settings.verification() == null
                                ? new EntenteSettings.Verification(null, null, null, null)
                                : settings.verification()),
                Optional.ofNullable(settings.redelivery()).map(this::redelivery),
                Optional.ofNullable(settings.metrics())
                        .map(metrics -> new InstanceSettings.Metrics(
                                Optional.ofNullable(metrics.host()).orElse("127.0.0.1"),
                                number("entente.metrics.port", metrics.port(), PEER_PORTS))));
    }

    private InstanceSettings.Redelivery redelivery(EntenteSettings.Redelivery settings) {
        Map<MemberId, InstanceSettings.Partner> partners = new TreeMap<>();
        Optional.ofNullable(settings.partners()).orElse(Map.of()).forEach((code, partner) -> {
            String name = "entente.redelivery.partners." + code;
            partners.put(
                    parsed(name, code, "named by a country code such as AU", MemberId::new, new MemberId("XX")),
                    new InstanceSettings.Partner(
                            address(name, partner.host(), partner.port()),
                            file(name + ".tls-root", partner.tlsRoot())));
        });
        if (partners.isEmpty()) {
            problems.add("entente.redelivery.partners must name at least one partner");
        }
        return new InstanceSettings.Redelivery(
                address("entente.redelivery", settings.host(), settings.port()),
                file("entente.redelivery.key-store", settings.keyStore()),
                text("entente.redelivery.key-password", settings.keyPassword()),
                Duration.ofSeconds(
                        settings.delaySeconds() == null
                                ? DELAY_SECONDS
                                : number("entente.redelivery.delay-seconds", settings.delaySeconds(), MOST_SECONDS)),
                partners);
    }

    private Optional<RedeliverySettings.Address> address(String name, @Nullable String host, @Nullable String port) {
        return host == null && port == null
                ? Optional.empty()
                : Optional.of(new RedeliverySettings.Address(
                        text(name + ".host", host), number(name + ".port", port, PEER_PORTS)));
    }

    private InstanceSettings.Credentials credentials(EntenteSettings.Credentials keys, EntenteSettings settings) {
        if (settings.did() != null && DidWeb.host(settings.did().strip()).isEmpty()) {
            problems.add("entente.did must be a did:web of a host, because credentials name addresses there");
        }
        return new InstanceSettings.Credentials(
                file("entente.credentials.key-store", keys.keyStore()),
                Optional.ofNullable(keys.ed25519KeyStore())
                        .map(text -> file("entente.credentials.ed25519-key-store", text)),
                text("entente.credentials.key-password", keys.keyPassword()));
    }

    private InstanceSettings.Verification verification(EntenteSettings.Verification verification) {
        return new InstanceSettings.Verification(
                verification.publicPerMinute() == null
                        ? PUBLIC_PER_MINUTE
                        : number(
                                "entente.verification.public-per-minute",
                                verification.publicPerMinute(),
                                MOST_PER_MINUTE),
                "true".equals(verification.fetchFromPrivateAddresses()),
                verification.keepDays() == null
                        ? KEEP_DAYS
                        : number("entente.verification.keep-days", verification.keepDays(), MOST_KEEP_DAYS),
                Optional.ofNullable(verification.trustedProxies()).orElse(List.of()).stream()
                        .map(text -> parsed(
                                "entente.verification.trusted-proxies",
                                text,
                                "addresses or networks such as 10.1.2.0/24",
                                SettingsCheck::network,
                                NOWHERE))
                        .toList());
    }

    private InstanceSettings.Node node(EntenteSettings.Node node) {
        return new InstanceSettings.Node(
                text("entente.node.host", node.host()),
                number("entente.node.port", node.port(), PEER_PORTS),
                Optional.ofNullable(node.authority()),
                file("entente.node.tls-root", node.tlsRoot()),
                identity(node),
                file("entente.node.statement-key-store", node.statementKeyStore()),
                text("entente.node.key-password", node.keyPassword()),
                parsed("entente.node.id-secret", node.idSecret(), "at least 64 hex digits", SettingsCheck::secret, ""),
                new ChannelNames(
                        Optional.ofNullable(node.channel()).orElse("entente"),
                        Optional.ofNullable(node.chaincode()).orElse("entente")));
    }

    private NodeIdentity identity(EntenteSettings.Node node) {
        if (node.msp() == null) {
            return new NodeIdentity.KeyStore(file("entente.node.key-store", node.keyStore()));
        }
        if (node.keyStore() != null) {
            problems.add("entente.node.key-store and entente.node.msp say the same: leave one out");
        }
        return new NodeIdentity.Msp(parsed(
                "entente.node.msp", node.msp(), "a folder that can be read", SettingsCheck::folder, Path.of("")));
    }

    private DatabaseSettings.Jdbc database(EntenteSettings.Database database) {
        return new DatabaseSettings.Jdbc(
                parsed(
                        "entente.database.url",
                        database.url(),
                        "a JDBC URL such as jdbc:postgresql://localhost:5432/customs",
                        SettingsCheck::jdbcUrl,
                        ""),
                text("entente.database.role", database.role()),
                text("entente.database.password", database.password()),
                database.poolSize() == null
                        ? 16
                        : number("entente.database.pool-size", database.poolSize(), MOST_CONNECTIONS));
    }

    private InstanceSettings.Machines machines(EntenteSettings.Machines machines) {
        return new InstanceSettings.Machines(
                text("entente.machines.issuer", machines.issuer()),
                url("entente.machines.jwks-uri", machines.jwksUri()),
                text("entente.machines.audience", machines.audience()));
    }

    private String text(String name, @Nullable String value) {
        return parsed(name, value, "a text", Function.identity(), "");
    }

    private int number(String name, @Nullable String value, int most) {
        return parsed(
                name,
                value,
                "a number from 1 to " + most,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < 1 || number > most) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                },
                1);
    }

    private Path file(String name, @Nullable String value) {
        return parsed(name, value, "a file that can be read", SettingsCheck::readable, Path.of(""));
    }

    private URI url(String name, @Nullable String value) {
        return parsed(
                name, value, "a URL such as https://co.example", SettingsCheck::webUrl, URI.create("http://unset"));
    }

    private <T> T parsed(
            String name, @Nullable String value, String wanted, Function<String, T> parser, T placeholder) {
        if (value == null || value.isBlank()) {
            problems.add(name + " is not set; it must be " + wanted);
            return placeholder;
        }
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException e) {
            problems.add(name + " must be " + wanted);
            return placeholder;
        }
    }

    private static String did(String text) {
        return matching(text, "did:[a-z0-9]+:[A-Za-z0-9._:%-]+");
    }

    private static String secret(String text) {
        return matching(text, "(?:[0-9a-fA-F]{2}){32,}");
    }

    private static InetAddressMatcher network(String text) {
        return InetAddressMatchers.fromIpAddress(matching(text, "[0-9a-fA-F:.]*[0-9:](?:/[0-9]{1,3})?"));
    }

    private static String jdbcUrl(String text) {
        return matching(text, "jdbc:postgresql:.+");
    }

    private static String matching(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static Path readable(String text) {
        try {
            Path file = Path.of(text).toAbsolutePath();
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new IllegalArgumentException();
            }
            return file;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path folder(String text) {
        try {
            Path folder = Path.of(text).toAbsolutePath();
            if (!Files.isReadable(folder) || !Files.isDirectory(folder)) {
                throw new IllegalArgumentException();
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static URI webUrl(String text) {
        URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException();
        }
        return url;
    }
}
