package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may speak to a peer at all. */
final class IdentityTest {
    private final Validity validity = Validity.from(Instant.now().minus(Duration.ofMinutes(30)), Duration.ofHours(2));

    @TempDir
    static Path folder;

    static TestNetwork network;

    @BeforeAll
    static void start() {
        network = TestNetwork.start(folder);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static TestClient client(String mspId, CertifiedKey key) {
        return new TestClient(
                network.network().endpoint(AU),
                mspId,
                new String(Certificates.pem(key.certificate()), StandardCharsets.US_ASCII),
                new String(key.key().privateKeyPem(), StandardCharsets.US_ASCII));
    }

    private static void assertDenied(TestClient client, String message) {
        Refusal evaluated = Refusal.of(() -> client.evaluate("get", "k"));
        assertThat(evaluated.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(evaluated.description())
                .isEqualTo("evaluate call to endorser returned error: error validating proposal: " + message);
        Refusal endorsed = Refusal.of(() -> client.submit("put", "k", "v"));
        assertThat(endorsed.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(endorsed.details())
                .singleElement()
                .satisfies(
                        detail -> assertThat(detail.getMessage()).isEqualTo("error validating proposal: " + message));
        try (CloseableIterator<?> events = client.network().getChaincodeEvents("entente")) {
            assertThatThrownBy(events::next).hasMessageContaining("PERMISSION_DENIED");
        }
        try (CloseableIterator<?> blocks = client.network().getBlockEvents()) {
            assertThatThrownBy(blocks::next).hasStackTraceContaining("FORBIDDEN");
        }
    }

    @Test
    void another_identity_of_the_member_may() throws Exception {
        CertifiedKey officer = network.network().authority(AU).issue(NodeRole.CLIENT, "another node", validity);
        try (TestClient client = client("AU", officer)) {
            client.submit("put", "by-another", "v");
            assertThat(client.evaluate("get", "by-another")).isEqualTo("v");
        }
    }

    @Test
    void a_member_that_is_not_in_the_channel_may_not() {
        CertifiedKey key = AgencyCa.create(new MemberId("US"), validity).issue(NodeRole.CLIENT, "node", validity);
        try (TestClient client = client("US", key)) {
            assertDenied(client, "access denied: channel [entente] creator org unknown, creator is malformed");
        }
    }

    @Test
    void a_certificate_that_the_member_did_not_issue_may_not() {
        CertifiedKey key = AgencyCa.create(AU, validity).issue(NodeRole.CLIENT, "impostor", validity);
        try (TestClient client = client("AU", key)) {
            assertDenied(client, "access denied: channel [entente] creator org unknown, creator is malformed");
        }
    }

    @Test
    void another_members_certificate_does_not_make_one_that_member() {
        Endpoint cn = network.network().endpoint(CN);
        try (TestClient client =
                new TestClient(network.network().endpoint(AU), "AU", cn.clientCertificatePem(), cn.clientKeyPem())) {
            assertDenied(client, "access denied: channel [entente] creator org unknown, creator is malformed");
        }
    }

    @Test
    void a_certificate_with_another_key_may_not() {
        Endpoint au = network.network().endpoint(AU);
        Endpoint cn = network.network().endpoint(CN);
        try (TestClient client = new TestClient(au, "AU", au.clientCertificatePem(), cn.clientKeyPem())) {
            assertDenied(client, "access denied: channel [entente] creator org [AU]");
        }
    }

    @Test
    void an_expired_certificate_may_not_propose() {
        Instant now = Instant.now();
        CertifiedKey key = network.network()
                .authority(AU)
                .issue(
                        NodeRole.CLIENT,
                        "old",
                        Validity.from(now.minus(Duration.ofMinutes(30)), Duration.ofMinutes(29)));
        try (TestClient client = client("AU", key)) {
            Refusal refused = Refusal.of(() -> client.submit("put", "k", "v"));
            assertThat(refused.code()).isEqualTo(Status.Code.ABORTED);
            assertThat(refused.details().get(0).getMessage()).isEqualTo("proposal client identity expired");
        }
    }

    @Test
    void a_proposal_up_to_15_minutes_old_or_early_is_taken_and_beyond_it_is_not(@TempDir Path other) throws Exception {
        for (int minutes : new int[] {-14, 14, -16, 16}) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
            try (TestNetwork late = TestNetwork.start(other, builder -> builder.clock(clock))) {
                if (Math.abs(minutes) < 15) {
                    late.as(AU).submit("put", "k", "v");
                } else {
                    Refusal refused = Refusal.of(() -> late.as(AU).submit("put", "k", "v"));
                    assertThat(refused.details().get(0).getMessage())
                            .startsWith("request unauthorized due to incorrect timestamp");
                }
            }
        }
    }
}
