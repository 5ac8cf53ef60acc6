package org.entente.client.redelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import io.grpc.Metadata;
import io.grpc.Status;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.x509.Validity;
import org.entente.client.MemberNode;
import org.entente.client.redelivery.RedeliverySettings.Patience;
import org.entente.client.redelivery.RedeliverySettings.TlsKey;
import org.entente.client.show.MissingValue;
import org.entente.client.show.Page;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Play;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands at Australia's address harms: China names it, goes on, and gets its bytes once Australia is itself. */
class HostilePartnerTest {
    private static final Patience SHORT = new Patience(Duration.ZERO, Duration.ofSeconds(3), Duration.ofMillis(300));

    private static TestNetwork network;
    private static Parties parties;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        parties = new Parties(network);
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        try (MemberNode au = MemberNode.start(network.config(AU))) {
            said(au, Requests.raise(CN, "tally-1", 10));
        }
        network.network().startPeer(CN);
        try (MemberNode cn = MemberNode.start(network.config(CN))) {
            Until.isTrue(() -> !cn.shown().missing(Page.START).items().isEmpty());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        try (MemberNode au = MemberNode.start(network.config(AU).withRedelivery(parties.settings(AU)));
                MemberNode cn = MemberNode.start(network.config(CN).withRedelivery(parties.settings(CN)))) {
            awaitSame(au, cn);
            assertThat(Play.total(cn, AU, "tally-1")).isEqualTo(10);
        }
        network.close();
    }

    private static void china(HostileService.Behaviour hostile, RedeliveryCode expected) throws Exception {
        china(parties.key(AU), hostile, expected);
    }

    private static void china(TlsKey key, HostileService.Behaviour hostile, RedeliveryCode expected) throws Exception {
        forget();
        try (HostileService service = new HostileService(parties.address(AU).port(), key, hostile);
                MemberNode cn = MemberNode.start(network.config(CN).withRedelivery(parties.settings(CN, SHORT)))) {
            Until.isTrue(() -> answer(cn).isPresent());
            assertThat(answer(cn)).contains(expected);
            assertThat(cn.state().completeUpTo(AU).isComplete()).isFalse();
            assertThat(service.isRunning()).isTrue();
        }
    }

    private static Optional<RedeliveryCode> answer(MemberNode node) {
        return node.shown().missing(Page.START).items().stream()
                .findFirst()
                .flatMap(MissingValue::lastAnswer)
                .map(MissingValue.LastAnswer::code);
    }

    /** As if nobody had been asked. */
    private static void forget() throws Exception {
        try (Connection connection = Databases.connect(network.database(CN));
                Statement statement = connection.createStatement()) {
            statement.execute("update missing set partner_code = null, partner_next_ask = now()");
        }
    }

    @Test
    void wrong_bytes() throws Exception {
        china(call -> HostileService.deliver(call, new byte[3000]), RedeliveryCode.REDELIVERY_BYTES_DIFFER);
    }

    @Test
    void no_bytes() throws Exception {
        china(call -> HostileService.deliver(call, new byte[0]), RedeliveryCode.REDELIVERY_BYTES_DIFFER);
    }

    @Test
    void more_bytes_than_any_value() throws Exception {
        china(
                call -> HostileService.deliver(call, new byte[Protocol.LARGEST_VALUE + 1]),
                RedeliveryCode.REDELIVERY_TOO_LARGE);
    }

    @Test
    void answers_without_end() throws Exception {
        china(
                call -> {
                    call.sendHeaders(new Metadata());
                    while (!call.isCancelled()) {
                        call.sendMessage(new byte[1000]);
                    }
                },
                RedeliveryCode.REDELIVERY_ANSWER_MALFORMED);
    }

    @Test
    void no_answer_at_all() throws Exception {
        china(call -> {}, RedeliveryCode.REDELIVERY_TOO_LATE);
    }

    @Test
    void an_answer_without_a_value() throws Exception {
        china(call -> call.close(Status.OK, new Metadata()), RedeliveryCode.REDELIVERY_ANSWER_MALFORMED);
    }

    @Test
    void codes_that_mean_nothing_here() throws Exception {
        china(
                call -> call.close(Status.ABORTED.withDescription("\u0000\n" + "x".repeat(3000)), new Metadata()),
                RedeliveryCode.REDELIVERY_ANSWER_MALFORMED);
    }

    @Test
    void it_says_that_it_has_nothing() throws Exception {
        china(call -> call.close(Status.NOT_FOUND, new Metadata()), RedeliveryCode.REDELIVERY_NOT_HELD);
    }

    @Test
    void a_certificate_of_a_forged_authority() throws Exception {
        AgencyCa forged = Parties.impostor(AU);
        china(Parties.key(forged, "localhost"), call -> {}, RedeliveryCode.REDELIVERY_CERTIFICATE_FOREIGN);
    }

    @Test
    void a_certificate_of_another_member() throws Exception {
        china(parties.key(SG), call -> {}, RedeliveryCode.REDELIVERY_CERTIFICATE_FOREIGN);
    }

    @Test
    void a_certificate_that_is_over_or_has_not_begun() throws Exception {
        Instant now = Instant.now();
        china(
                Parties.key(
                        parties.authority(AU),
                        "localhost",
                        Validity.from(now.minusSeconds(300), Duration.ofSeconds(200))),
                call -> {},
                RedeliveryCode.REDELIVERY_CERTIFICATE_EXPIRED);
        china(
                Parties.key(
                        parties.authority(AU),
                        "localhost",
                        Validity.from(now.plusSeconds(2000), Duration.ofSeconds(200))),
                call -> {},
                RedeliveryCode.REDELIVERY_CERTIFICATE_EARLY);
    }

    @Test
    void a_certificate_of_another_host() throws Exception {
        china(
                Parties.key(parties.authority(AU), "au.example"),
                call -> {},
                RedeliveryCode.REDELIVERY_CERTIFICATE_UNSUITABLE);
    }
}
