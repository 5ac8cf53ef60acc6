package org.entente.api.stage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.api.ApiMain;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.member.MembershipClient;
import org.entente.client.member.MembershipOutcome;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.VerificationKey;
import org.entente.model.shipped.ShippedRules;

/** An embedded network of three members, and an API of Australia and one of China. */
public final class Stage implements AutoCloseable {
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final MemberId SG = new MemberId("SG");
    private static final char[] PASSWORD = "password".toCharArray();
    private static final ChannelNames NAMES = new ChannelNames("entente", "entente");

    private final Path folder;
    private final Tokens tokens = new Tokens();
    private final EmbeddedNetwork network;
    private final Map<MemberId, DatabaseSettings.Jdbc> databases = new TreeMap<>();
    private final List<Api> open = new ArrayList<>();
    private final Api au;
    private final Api cn;

    private Stage(Path folder) {
        this.folder = folder;
        this.network = EmbeddedNetwork.builder(folder.resolve("network"))
                .member(AU)
                .member(CN)
                .member(SG)
                .start();
        try (MembershipClient administrator = administrator()) {
            for (MemberId member : List.of(AU, CN, SG)) {
                databases.put(member, Databases.fresh());
                admit(administrator, member);
            }
        }
        this.au = start("AU");
        this.cn = start("CN");
    }

    /** The stage of all tests of this process: a start takes longer than most tests. */
    public static Stage shared() {
        return Shared.STAGE;
    }

    /** A stage that nobody else has; to be closed. */
    public static Stage alone() {
        try {
            return new Stage(Files.createTempDirectory("entente-api"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Australia's first instance. */
    public Api au() {
        return au;
    }

    /** China's first instance. */
    public Api cn() {
        return cn;
    }

    /** Started when the first test asks for it, closed with the process. */
    private static final class Shared {
        private static final Stage STAGE = start();

        private static Stage start() {
            Stage stage = alone();
            Databases.beforeEnd(stage::close);
            return stage;
        }
    }

    private MembershipClient administrator() {
        CertifiedKey key = issue(AU, NodeRole.ADMIN, "admin");
        return MembershipClient.connect(
                new PeerEndpoint(
                        network.endpoint(AU).host(),
                        network.endpoint(AU).port(),
                        network.endpoint(AU).tlsRootPem().getBytes(US_ASCII),
                        java.util.Optional.empty()),
                ClientIdentity.of(
                        AU, Certificates.pem(key.certificate()), key.key().privateKey()),
                NAMES,
                Deadlines.STANDARD);
    }

    private CertifiedKey issue(MemberId member, NodeRole role, String name) {
        return network.authority(member)
                .issue(role, name, Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(30)));
    }

    private void admit(MembershipClient administrator, MemberId member) {
        try {
            Files.createDirectories(folder.resolve(member.value()));
            Files.writeString(file(member, "tls.pem"), network.endpoint(member).tlsRootPem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pkcs12KeyStore.create(file(member, "node.p12"), PASSWORD, issue(member, NodeRole.CLIENT, "node"));
        CertifiedKey statements = issue(member, NodeRole.CLIENT, "statements");
        Pkcs12KeyStore.create(file(member, "statements.p12"), PASSWORD, statements);
        CertifiedKey credentials = issue(member, NodeRole.CLIENT, "credentials");
        Pkcs12KeyStore.create(file(member, "credentials.p12"), PASSWORD, credentials);
        MemberKeys keys = new MemberKeys(
                member,
                List.of(published(statements, KeyPurpose.STATEMENT), published(credentials, KeyPurpose.CREDENTIAL)),
                ShippedRules.BOOK.reads());
        MembershipOutcome outcome = administrator.admit(
                new Admission(member, "Customs of " + member, "did:web:" + host(member), true), keys, List.of(AU, CN));
        if (!(outcome instanceof MembershipOutcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static VerificationKey published(CertifiedKey key, KeyPurpose purpose) {
        return new VerificationKey(
                key.key().keyId(),
                key.key().publicKeySpki(),
                Set.of(purpose),
                key.certificate().getNotBefore().toInstant(),
                java.util.Optional.empty());
    }

    /** The host of a member's DID, which is that of its address too. */
    static String host(MemberId member) {
        return member.value().toLowerCase(Locale.ROOT) + ".example";
    }

    /** A member's key for credentials. */
    public CertifiedKey credentialKey(String code) {
        return Pkcs12KeyStore.open(file(new MemberId(code), "credentials.p12"), PASSWORD);
    }

    private Path file(MemberId member, String name) {
        return folder.resolve(member.value()).resolve(name);
    }

    /** Who gives tokens to machines. */
    public Tokens tokens() {
        return tokens;
    }

    /** Starts an instance of a member; several share its database. */
    public Api start(String code) {
        return start(code, "--springdoc.api-docs.enabled=false");
    }

    /** Starts an instance with further settings. */
    public Api start(String code, String... more) {
        List<String> settings = new ArrayList<>(settings(code));
        settings.addAll(List.of(more));
        Api api = new Api(ApiMain.start(settings.toArray(String[]::new)), tokens);
        open.add(api);
        return api;
    }

    /** A member's peer goes away; when it is back it has blocks, and no private data that was made meanwhile. */
    public void awayAndWithheld(String code) {
        network.holdBackPrivateData(new MemberId(code), true);
        network.stopPeer(new MemberId(code));
    }

    /** A member's peer goes away. */
    public void away(String code) {
        network.stopPeer(new MemberId(code));
    }

    /** A member's database answers nobody any more. */
    public void databaseAway(String code) {
        Databases.shut(database(code));
    }

    /** It answers again. */
    public void databaseBack(String code) {
        Databases.open(database(code));
    }

    private DatabaseSettings.Jdbc database(String code) {
        return java.util.Objects.requireNonNull(databases.get(new MemberId(code)));
    }

    /** It comes back. */
    public void back(String code) {
        network.startPeer(new MemberId(code));
    }

    /** Private data that is late reaches it again. */
    public void withholdNoMore(String code) {
        network.holdBackPrivateData(new MemberId(code), false);
    }

    /** Settings of two members' services that give each other missing bytes: for the first and for the second. */
    public List<List<String>> redelivery(String first, String second) {
        return Redelivering.between(network, folder, new MemberId(first), new MemberId(second));
    }

    /** What an instance of a member is started with. */
    public List<String> settings(String code) {
        MemberId member = new MemberId(code);
        DatabaseSettings.Jdbc database = database(code);
        return List.of(
                "--server.port=0",
                // The members of the stage share one host, and cookies do not tell its ports apart.
                "--server.servlet.session.cookie.name=" + "entente-" + member,
                "--entente.member=" + member,
                "--entente.did=did:web:" + host(member),
                "--entente.web.base-url=http://" + host(member),
                "--entente.node.host=" + network.endpoint(member).host(),
                "--entente.node.port=" + network.endpoint(member).port(),
                "--entente.node.tls-root=" + file(member, "tls.pem"),
                "--entente.node.key-store=" + file(member, "node.p12"),
                "--entente.node.statement-key-store=" + file(member, "statements.p12"),
                "--entente.node.key-password=" + new String(PASSWORD),
                "--entente.credentials.key-store=" + file(member, "credentials.p12"),
                "--entente.credentials.key-password=" + new String(PASSWORD),
                // Whoever is called in tests listens on this machine.
                "--entente.verification.fetch-from-private-addresses=true",
                "--entente.node.id-secret=" + "5a".repeat(32),
                "--entente.database.url=" + database.url(),
                "--entente.database.role=" + database.user(),
                "--entente.database.password=" + database.password(),
                "--entente.database.pool-size=" + database.poolSize(),
                "--entente.machines.issuer=" + tokens.issuer(),
                "--entente.machines.jwks-uri=" + tokens.jwksUri(),
                "--entente.machines.audience=" + Tokens.AUDIENCE);
    }

    @Override
    public void close() {
        open.forEach(Api::close);
        network.close();
        tokens.close();
    }
}
