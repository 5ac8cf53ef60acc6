package org.entente.client.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.Deadlines;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.model.fold.RuleBook;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.VerificationKey;
import org.entente.model.shipped.ShippedRules;

/** An embedded network whose members are admitted, with a key and a database each. */
public final class TestNetwork implements AutoCloseable {
    /** Australia. */
    public static final MemberId AU = new MemberId("AU");

    /** China. */
    public static final MemberId CN = new MemberId("CN");

    /** Singapore. */
    public static final MemberId SG = new MemberId("SG");

    /** Where Entente lives. */
    public static final ChannelNames NAMES = new ChannelNames("entente", "entente");

    /** Certificates of origin, and tallies, which only these tests know. */
    public static final RuleBook RULES = new RuleBook(List.of(ShippedRules.CERTIFICATES, new TallyRules()));

    private static final Instant KEYS_FROM = Instant.parse("2020-01-01T00:00:00Z");

    private final Path folder;
    private final UnaryOperator<EmbeddedNetwork.Builder> change;
    private final Map<MemberId, SoftwareKey> keys = new TreeMap<>();
    private final Map<MemberId, DatabaseSettings.Jdbc> databases = new TreeMap<>();
    private EmbeddedNetwork network;

    private TestNetwork(Path folder, UnaryOperator<EmbeddedNetwork.Builder> change) {
        this.folder = folder;
        this.change = change;
        this.network = open();
        for (MemberId member : List.of(AU, CN, SG)) {
            keys.put(member, SoftwareKey.generate());
            databases.put(member, Databases.fresh());
        }
    }

    /** A network of Australia, China and Singapore. */
    public static TestNetwork start(Path folder) {
        return start(folder, builder -> builder);
    }

    /** The same with changes. */
    public static TestNetwork start(Path folder, UnaryOperator<EmbeddedNetwork.Builder> change) {
        TestNetwork started = new TestNetwork(folder, change);
        try (Administration admin = new Administration(started.network, AU)) {
            started.keys.keySet().forEach(member -> admin.admit(member, started.publishedKeys(member, RULES)));
        }
        return started;
    }

    private EmbeddedNetwork open() {
        return change.apply(
                        EmbeddedNetwork.builder(folder).member(AU).member(CN).member(SG))
                .start();
    }

    /** Stops all peers and starts them again from their disks. */
    public void restart() {
        network.close();
        network = open();
    }

    /** The network itself. */
    public EmbeddedNetwork network() {
        return network;
    }

    /** What a member publishes: its key, and that it reads what some rules know. */
    public MemberKeys publishedKeys(MemberId member, RuleBook rules) {
        SoftwareKey key = key(member);
        return new MemberKeys(
                member,
                List.of(VerificationKey.forStatements(key.keyId(), key.publicKeySpki(), KEYS_FROM, Optional.empty())),
                rules.reads());
    }

    /** A member's signing key. */
    public SoftwareKey key(MemberId member) {
        return java.util.Objects.requireNonNull(keys.get(member));
    }

    /** A member's database. */
    public DatabaseSettings.Jdbc database(MemberId member) {
        return java.util.Objects.requireNonNull(databases.get(member));
    }

    /** Settings for an instance of a member. */
    public MemberNodeConfig config(MemberId member) {
        return config(member, database(member));
    }

    /** Settings for an instance of a member on another database. */
    public MemberNodeConfig config(MemberId member, DatabaseSettings database) {
        Endpoint endpoint = network.endpoint(member);
        return new MemberNodeConfig(
                Administration.identity(endpoint),
                NAMES,
                Administration.endpoint(endpoint),
                StatementSignatures.signer(key(member)),
                StatementSignatures.check(),
                RULES,
                database,
                InstantSource.system(),
                Deadlines.STANDARD,
                DispatchSettings.STANDARD,
                new SecureRandom(),
                ("the secret of the tests, of member " + member).getBytes(UTF_8),
                List.of(),
                Optional.empty());
    }

    @Override
    public void close() {
        network.close();
    }
}
