package org.entente.client.redelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.client.MemberNode;
import org.entente.client.redelivery.RedeliverySettings.TlsKey;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks Australia's service, and what comes of it. After each, China is still answered. */
class CallerTest {
    private static TestNetwork network;
    private static Parties parties;
    private static MemberNode au;
    private static Digest toChina;
    private static Digest toSingapore;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        parties = new Parties(network);
        au = MemberNode.start(network.config(AU).withRedelivery(parties.settings(AU)));
        said(au, Requests.raise(CN, "tally-1", 10));
        said(au, Requests.raise(SG, "tally-1", 20));
        toChina = hash("AU-CN");
        toSingapore = hash("AU-SG");
        try (PartnerClient china = parties.asking(AU, parties.key(CN))) {
            Until.isTrue(() -> china.ask(toChina) instanceof Answer.Delivered);
        }
    }

    @AfterAll
    static void stop() {
        au.close();
        network.close();
    }

    private static Digest hash(String collection) throws Exception {
        try (Connection connection = Databases.connect(network.database(AU));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select value_hash from evidence where kind = 'B' and collection = '" + collection + "'")) {
            assertThat(row.next()).isTrue();
            return Digest.ofRaw(row.getBytes(1));
        }
    }

    private static Answer ask(TlsKey as, Digest hash) {
        try (PartnerClient client = parties.asking(AU, as)) {
            return client.ask(hash);
        }
    }

    private static void refused(TlsKey as, RedeliveryCode code) {
        assertThat(ask(as, toChina)).isEqualTo(new Answer.None(code));
        chinaIsAnswered();
    }

    private static void chinaIsAnswered() {
        assertThat(ask(parties.key(CN), toChina))
                .isInstanceOfSatisfying(
                        Answer.Delivered.class,
                        delivered -> assertThat(Digest.of(delivered.bytes())).isEqualTo(toChina));
    }

    @Test
    void each_partner_gets_what_concerns_it_and_nothing_else() {
        chinaIsAnswered();
        assertThat(ask(parties.key(SG), toSingapore)).isInstanceOf(Answer.Delivered.class);
        Answer.None none = new Answer.None(RedeliveryCode.REDELIVERY_NOT_HELD);
        assertThat(ask(parties.key(SG), toChina)).isEqualTo(none);
        assertThat(ask(parties.key(CN), toSingapore)).isEqualTo(none);
        // What does not exist is refused in the same words.
        assertThat(ask(parties.key(CN), Digest.of(new byte[] {1}))).isEqualTo(none);
    }

    @Test
    void a_hash_copied_into_the_own_collection_opens_nothing() throws Exception {
        try (Connection connection = Databases.connect(network.database(AU));
                Statement statement = connection.createStatement()) {
            // What China's own peer can have written: it sees the hashes of what Australia says to Singapore.
            assertThat(statement.executeUpdate("insert into evidence (id, block, tx_index, ordinal, collection,"
                            + " kind, key_hash, value_hash, writes_in_collection) select id + 1000000, block, tx_index, ordinal + 100,"
                            + " 'CN-AU', kind, key_hash, value_hash, writes_in_collection from evidence"
                            + " where collection = 'AU-SG' and kind = 'B'"))
                    .isPositive();
            // The author still keeps the batch, as it does until its own peer has shown it.
            assertThat(statement.executeUpdate("update dispatch_batch b set bytes = v.value from evidence e"
                            + " join evidence_value v on v.evidence_id = e.id"
                            + " where e.key_hash = b.key_hash and e.collection = 'AU-SG' and b.audience = 'SG'"))
                    .isPositive();

            assertThat(ask(parties.key(CN), toSingapore))
                    .isEqualTo(new Answer.None(RedeliveryCode.REDELIVERY_NOT_HELD));
            assertThat(ask(parties.key(SG), toSingapore)).isInstanceOf(Answer.Delivered.class);
        }
    }

    @Test
    void a_certificate_counts_by_its_issuer_and_by_no_name_in_it() {
        refused(Parties.key(Parties.impostor(CN), "localhost"), RedeliveryCode.REDELIVERY_CALLER_REFUSED);
        // Singapore's authority may write any name: it stays Singapore.
        Validity day = Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1));
        TlsKey named =
                Parties.key(parties.authority(SG).issueTls("redelivery.CN", List.of("cn.example", "localhost"), day));
        refused(named, RedeliveryCode.REDELIVERY_NOT_HELD);
        // No member asks itself.
        refused(parties.key(AU), RedeliveryCode.REDELIVERY_CALLER_REFUSED);
    }

    @Test
    void a_node_identity_is_no_tls_certificate() {
        Validity day = Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1));
        refused(
                Parties.key(parties.authority(CN).issue(NodeRole.CLIENT, "node", day)),
                RedeliveryCode.REDELIVERY_CALLER_REFUSED);
    }

    @Test
    void a_certificate_counts_within_its_time_only() {
        Instant now = Instant.now();
        Validity over = Validity.from(now.minusSeconds(3000), Duration.ofSeconds(2000));
        Validity early = Validity.from(now.plusSeconds(2000), Duration.ofSeconds(2000));
        refused(Parties.key(parties.authority(CN), "localhost", over), RedeliveryCode.REDELIVERY_CALLER_REFUSED);
        refused(Parties.key(parties.authority(CN), "localhost", early), RedeliveryCode.REDELIVERY_CALLER_REFUSED);
    }

    @Test
    void nobody_asks_without_a_certificate_or_without_tls() throws Exception {
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        "localhost",
                        parties.address(AU).port(),
                        TlsChannelCredentials.newBuilder().trustManager(trust()).build())
                .build();
        try {
            assertThat(status(channel, toChina.raw())).isEqualTo(Status.Code.UNAVAILABLE);
        } finally {
            channel.shutdownNow();
        }
        try (Socket socket = new Socket("localhost", parties.address(AU).port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.setSoTimeout(30_000);
            assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
        }
        chinaIsAnswered();
    }

    private static MemberTrust trust() {
        return new MemberTrust(
                Map.of(AU, Set.of(parties.authority(AU).tlsRoot())), InstantSource.system(), new Refusals("a test"));
    }

    private static ManagedChannel channel(TlsKey as) {
        return NettyChannelBuilder.forAddress(
                        "localhost",
                        parties.address(AU).port(),
                        TlsChannelCredentials.newBuilder()
                                .keyManager(KeyManagers.of(as).all())
                                .trustManager(trust())
                                .build())
                .build();
    }

    private static Status.Code status(ManagedChannel channel, byte[] request) {
        try {
            ClientCalls.blockingUnaryCall(
                    channel,
                    Protocol.DELIVER,
                    CallOptions.DEFAULT.withDeadlineAfter(20, java.util.concurrent.TimeUnit.SECONDS),
                    request);
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    @Test
    void a_request_is_a_hash_or_nothing() {
        ManagedChannel channel = channel(parties.key(CN));
        try {
            for (int length : new int[] {0, 31, 33, 64, 1024}) {
                assertThat(status(channel, new byte[length])).isEqualTo(Status.Code.INVALID_ARGUMENT);
            }
            assertThat(status(channel, new byte[1 << 20]))
                    .isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED, Status.Code.UNAVAILABLE);
            assertThat(status(channel, new byte[32])).isEqualTo(Status.Code.NOT_FOUND);
        } finally {
            channel.shutdownNow();
        }
        chinaIsAnswered();
    }

    @Test
    void a_flood_of_one_partner_is_cut_and_does_not_hinder_another() throws Exception {
        ManagedChannel channel = channel(parties.key(SG));
        AtomicBoolean over = new AtomicBoolean();
        List<Future<List<Status.Code>>> flood = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                flood.add(threads.submit(() -> {
                    List<Status.Code> codes = new ArrayList<>();
                    while (!over.get()) {
                        codes.add(status(channel, new byte[32]));
                    }
                    return codes;
                }));
            }
            for (int i = 0; i < 20; i++) {
                chinaIsAnswered();
            }
            over.set(true);
            List<Status.Code> codes = new ArrayList<>();
            for (Future<List<Status.Code>> caller : flood) {
                codes.addAll(caller.get());
            }
            assertThat(codes)
                    .containsOnly(Status.Code.NOT_FOUND, Status.Code.RESOURCE_EXHAUSTED)
                    .contains(Status.Code.RESOURCE_EXHAUSTED);
        } finally {
            over.set(true);
            channel.shutdownNow();
        }
        Until.isTrue(() -> ask(parties.key(SG), toSingapore) instanceof Answer.Delivered);
    }
}
