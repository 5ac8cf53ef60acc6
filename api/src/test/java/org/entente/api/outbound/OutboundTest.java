package org.entente.api.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.api.outbound.OutboundOutcome.Answered;
import org.entente.api.outbound.OutboundOutcome.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to addresses that somebody else wrote, answered by servers of this machine. */
class OutboundTest {
    private static final String TYPE = "text/plain";
    private static final CheckedNames.Names HERE = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    private static final OutboundPolicy PUBLIC = policy(false);
    private static final OutboundPolicy INSIDE = policy(true);

    private static OutboundPolicy policy(boolean inside) {
        return new OutboundPolicy(
                inside, false, Set.of(443), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    private static OutboundOutcome get(OutboundPolicy policy, CheckedNames.Names names, String address) {
        try (GuardedOutbound outbound = new GuardedOutbound(policy, names, LocalServer.trusting())) {
            return outbound.get(address, TYPE, 1_000);
        }
    }

    private static OutboundFault fault(OutboundOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).fault();
    }

    private static CheckedNames.Names leadingTo(String... addresses) {
        return name -> {
            InetAddress[] all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        };
    }

    @Test
    void reads_over_tls_from_the_checked_address_under_the_name_that_was_written() {
        try (LocalServer server = LocalServer.named(
                "partner.example", exchange -> LocalServer.answer(exchange, 200, TYPE, "yes".getBytes(US_ASCII)))) {
            assertThat(get(INSIDE, HERE, "https://partner.example:" + server.port() + "/list?a=b"))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer ->
                                    assertThat(answer.body()).asString(US_ASCII).isEqualTo("yes"));
            assertThat(server.hosts()).containsExactly("partner.example:" + server.port());
            assertThat(fault(get(INSIDE, HERE, "https://other.example:" + server.port() + "/")))
                    .isEqualTo(OutboundFault.NOT_PROVEN);
        }
    }

    @Test
    void a_name_is_asked_for_once_so_that_a_second_answer_can_lead_nowhere_else() {
        AtomicInteger asked = new AtomicInteger();
        CheckedNames.Names rebinding = name ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
                };
        try (LocalServer server = LocalServer.named(
                "partner.example", exchange -> LocalServer.answer(exchange, 200, TYPE, new byte[] {'1'}))) {
            assertThat(get(INSIDE, rebinding, "https://partner.example:" + server.port() + "/"))
                    .isInstanceOf(Answered.class);
            assertThat(asked).hasValue(1);
            assertThat(fault(get(INSIDE, rebinding, "https://partner.example:" + server.port() + "/")))
                    .isEqualTo(OutboundFault.ADDRESS_INSIDE);
            assertThat(server.hosts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "100.100.100.200",
                "169.254.169.254",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "5f00::1"
            })
    void no_address_that_is_not_public_is_called(String address) throws UnknownHostException {
        InetAddress read = InetAddress.getByName(address);
        CheckedNames.Names alone = name -> new InetAddress[] {read};
        CheckedNames.Names beside = name -> new InetAddress[] {InetAddress.getByName("93.184.215.14"), read};
        assertThat(fault(get(PUBLIC, alone, "https://partner.example/"))).isEqualTo(OutboundFault.ADDRESS_INSIDE);
        assertThat(fault(get(PUBLIC, beside, "https://partner.example/"))).isEqualTo(OutboundFault.ADDRESS_INSIDE);
    }

    @Test
    void where_partners_stand_inside_metadata_and_multicast_stay_shut() {
        for (String address : List.of("169.254.169.254", "fe80::1", "224.0.0.1", "fd00:ec2::254", "0.0.0.0")) {
            assertThat(fault(get(INSIDE, leadingTo(address), "https://partner.example/")))
                    .isEqualTo(OutboundFault.ADDRESS_INSIDE);
        }
    }

    @Test
    void nobody_is_followed_elsewhere() {
        try (LocalServer inner = LocalServer.plain(exchange -> LocalServer.answer(exchange, 200, TYPE, new byte[1]));
                LocalServer server = LocalServer.named("partner.example", exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + inner.port() + "/");
                    LocalServer.answer(exchange, 302, TYPE, new byte[0]);
                })) {
            assertThat(fault(get(INSIDE, HERE, "https://partner.example:" + server.port() + "/")))
                    .isEqualTo(OutboundFault.REDIRECTED);
            assertThat(inner.hosts()).isEmpty();
        }
    }

    @Test
    void takes_no_more_than_it_wants_and_no_other_type_or_status() {
        try (LocalServer server = LocalServer.named("partner.example", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/just" -> LocalServer.answer(exchange, 200, TYPE + ";charset=utf-8", new byte[1_000]);
                case "/long" -> LocalServer.answer(exchange, 200, TYPE, new byte[1_001]);
                case "/endless" ->
                    endless(exchange.getResponseBody(), () -> {
                        exchange.getResponseHeaders().set("Content-Type", TYPE);
                        exchange.sendResponseHeaders(200, 0);
                    });
                case "/type" -> LocalServer.answer(exchange, 200, "text/html", new byte[1]);
                default -> LocalServer.answer(exchange, 500, TYPE, new byte[1]);
            }
        })) {
            String base = "https://partner.example:" + server.port();
            assertThat(get(INSIDE, HERE, base + "/just")).isInstanceOf(Answered.class);
            assertThat(fault(get(INSIDE, HERE, base + "/long"))).isEqualTo(OutboundFault.TOO_LARGE);
            assertThat(fault(get(INSIDE, HERE, base + "/endless"))).isEqualTo(OutboundFault.TOO_LARGE);
            assertThat(fault(get(INSIDE, HERE, base + "/type"))).isEqualTo(OutboundFault.TYPE_UNEXPECTED);
            assertThat(fault(get(INSIDE, HERE, base + "/other"))).isEqualTo(OutboundFault.STATUS_UNEXPECTED);
        }
    }

    @FunctionalInterface
    private interface Start {
        void run() throws IOException;
    }

    private static void endless(OutputStream out, Start start) throws IOException {
        start.run();
        byte[] block = new byte[512];
        while (true) {
            out.write(block);
            out.flush();
        }
    }

    @Test
    void silence_and_a_drip_of_bytes_both_end() {
        try (LocalServer server = LocalServer.named("partner.example", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/drip")) {
                exchange.getResponseHeaders().set("Content-Type", TYPE);
                exchange.sendResponseHeaders(200, 0);
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write('.');
                    exchange.getResponseBody().flush();
                    pause(Duration.ofMillis(100));
                }
            }
            pause(Duration.ofSeconds(20));
        })) {
            for (String path : List.of("/silent", "/drip")) {
                Instant start = Instant.now();
                assertThat(fault(get(INSIDE, HERE, "https://partner.example:" + server.port() + path)))
                        .isEqualTo(OutboundFault.TOO_SLOW);
                assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
            }
        }
    }

    private static void pause(Duration time) {
        java.util.concurrent.locks.LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void sends_a_body_and_its_headers_and_nothing_that_identifies_a_session() {
        AtomicReference<String> seen = new AtomicReference<>("");
        try (LocalServer server = LocalServer.named("partner.example", exchange -> {
                    seen.set(exchange.getRequestHeaders().keySet() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), US_ASCII));
                    exchange.getResponseHeaders().set("Set-Cookie", "a=b");
                    LocalServer.answer(exchange, 204, TYPE, new byte[0]);
                });
                GuardedOutbound outbound = new GuardedOutbound(INSIDE, HERE, LocalServer.trusting())) {
            String address = "https://partner.example:" + server.port() + "/hook";
            for (int i = 0; i < 2; i++) {
                assertThat(outbound.post(address, Map.of("webhook-id", "m1"), "{}".getBytes(US_ASCII)))
                        .isInstanceOfSatisfying(
                                Answered.class,
                                answer -> assertThat(answer.status()).isEqualTo(204));
            }
            assertThat(seen.get()).contains("Webhook-id", "{}").doesNotContain("Cookie", "Authorization");
        }
    }

    @Test
    void a_name_that_nobody_knows_and_a_port_where_nobody_listens_are_told_apart() {
        CheckedNames.Names unknown = name -> {
            throw new UnknownHostException(name);
        };
        assertThat(fault(get(INSIDE, unknown, "https://partner.example/"))).isEqualTo(OutboundFault.NAME_UNKNOWN);
        assertThat(fault(get(INSIDE, HERE, "https://partner.example:1/"))).isEqualTo(OutboundFault.UNREACHABLE);
    }

    @Test
    void the_demo_is_called_without_tls_on_this_machine_only() {
        OutboundPolicy demo = OutboundPolicy.of(true, true);
        try (LocalServer server =
                        LocalServer.plain(exchange -> LocalServer.answer(exchange, 200, TYPE, new byte[] {'1'}));
                GuardedOutbound outbound = new GuardedOutbound(demo, HERE, LocalServer.trusting())) {
            assertThat(outbound.get("https://localhost:" + server.port() + "/", TYPE, 10))
                    .isInstanceOf(Answered.class);
            assertThat(outbound.get("https://partner.example:" + server.port() + "/", TYPE, 10))
                    .isInstanceOf(Failed.class);
            assertThat(server.hosts()).hasSize(1);
            assertThat(outbound.mayCall("http://partner.example/")).isFalse();
        }
    }
}
