package org.entente.launcher.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.member.MembershipClient;
import org.entente.client.member.MembershipOutcome;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.VerificationKey;
import org.entente.model.shipped.ShippedRules;
import org.hyperledger.fabric.client.identity.Identities;

/** A network, a database server and nodes in this process, where peers can be stopped and contracts replaced. */
final class Stage implements AutoCloseable {
    static final MemberId AU = new MemberId("AU");
    static final MemberId CN = new MemberId("CN");
    static final MemberId SG = new MemberId("SG");
    private static final List<MemberId> MEMBERS = List.of(AU, CN, SG);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<MemberId, SoftwareKey> keys = new TreeMap<>();
    private final Map<MemberId, MemberNode> nodes = new TreeMap<>();
    private final Map<MemberId, EmbeddedPostgres> restored = new TreeMap<>();
    private final EmbeddedPostgres postgres;
    private final EmbeddedNetwork network;

    Stage(Path folder, UnaryOperator<EmbeddedNetwork.Builder> change) {
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(folder);
        MEMBERS.forEach(builder::member);
        network = kept(change.apply(builder).start());
        try {
            postgres = kept(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        MEMBERS.forEach(member -> keys.put(member, SoftwareKey.generate()));
        admit();
    }

    private <T extends AutoCloseable> T kept(T part) {
        open.push(part);
        return part;
    }

    private void admit() {
        CertifiedKey admin = network.authority(AU)
                .issue(NodeRole.ADMIN, "admin", Validity.from(Instant.now().minusSeconds(60), Duration.ofHours(1)));
        ClientIdentity identity = ClientIdentity.of(
                AU,
                org.entente.certs.x509.Certificates.pem(admin.certificate()),
                admin.key().privateKey());
        try (MembershipClient client =
                MembershipClient.connect(peer(AU), identity, NodeSettings.NAMES, Deadlines.STANDARD)) {
            MEMBERS.forEach(member -> {
                SoftwareKey key = key(member);
                VerificationKey published = VerificationKey.forStatements(
                        key.keyId(), key.publicKeySpki(), Instant.parse("2020-01-01T00:00:00Z"), Optional.empty());
                MembershipOutcome outcome = client.admit(
                        new Admission(member, "Customs of " + member, "did:web:customs.example", true),
                        new MemberKeys(member, List.of(published), ShippedRules.BOOK.reads()),
                        MEMBERS.subList(0, 2));
                if (outcome instanceof MembershipOutcome.Refused) {
                    throw new IllegalStateException("" + outcome);
                }
            });
        }
    }

    EmbeddedNetwork network() {
        return network;
    }

    SoftwareKey key(MemberId member) {
        return java.util.Objects.requireNonNull(keys.get(member));
    }

    private PeerEndpoint peer(MemberId member) {
        Endpoint endpoint = network.endpoint(member);
        return new PeerEndpoint(
                endpoint.host(), endpoint.port(), endpoint.tlsRootPem().getBytes(UTF_8), Optional.empty());
    }

    /** Starts a member's node at its own peer. */
    MemberNode start(MemberId member) {
        return start(member, peer(member));
    }

    /** Starts a member's node with its peer behind something else. */
    MemberNode start(MemberId member, PeerEndpoint peer) {
        MemberNode node = kept(MemberNode.start(config(member, peer)));
        nodes.put(member, node);
        return node;
    }

    PeerEndpoint behind(MemberId member, int port) {
        return new PeerEndpoint("localhost", port, peer(member).tlsRootPem(), Optional.empty());
    }

    private MemberNodeConfig config(MemberId member, PeerEndpoint peer) {
        try {
            Endpoint endpoint = network.endpoint(member);
            MemberDatabase database = database(member);
            return new MemberNodeConfig(
                    ClientIdentity.of(
                            member,
                            endpoint.clientCertificatePem().getBytes(UTF_8),
                            Identities.readPrivateKey(endpoint.clientKeyPem())),
                    NodeSettings.NAMES,
                    peer,
                    StatementSignatures.signer(key(member)),
                    StatementSignatures.check(),
                    ShippedRules.BOOK,
                    new DatabaseSettings.Jdbc(database.url(), database.role(), database.password(), 6),
                    InstantSource.system(),
                    Deadlines.STANDARD,
                    DispatchSettings.STANDARD,
                    new SecureRandom(),
                    ("the secret of the tests, of member " + member).getBytes(UTF_8),
                    List.of(),
                    Optional.empty());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private MemberDatabase database(MemberId member) {
        String name = "m" + member.value().toLowerCase(java.util.Locale.ROOT);
        EmbeddedPostgres server = restored.getOrDefault(member, postgres);
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (!row.next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return new MemberDatabase(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** The server of all members that were not restored. */
    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** From now on a member's database is the one on another server, as it was when that one's data was copied. */
    void restore(MemberId member, EmbeddedPostgres server) {
        restored.put(member, kept(server));
    }

    MemberTables tables(MemberId member) {
        return new MemberTables(database(member));
    }

    MemberNode node(MemberId member) {
        return java.util.Objects.requireNonNull(nodes.get(member));
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
