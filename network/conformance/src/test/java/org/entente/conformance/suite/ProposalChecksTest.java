package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.entente.conformance.client.Client;
import org.entente.conformance.embedded.SuiteIdentities;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.junit.jupiter.api.Test;

/**
 * A peer runs no contract for a caller it cannot identify: core/endorser/msgvalidation.go, Validate. The gateway answers
 * ABORTED when it endorses (internal/pkg/gateway/endorse.go, planFromFirstEndorser) and FAILED_PRECONDITION when it
 * evaluates (apiutils.go, responseStatus), with the peer's words as the detail.
 */
class ProposalChecksTest extends ConformanceTest {
    private static final MemberId AU = new MemberId("AU");

    private final Credentials own = network().client(AU);

    @Test
    void refuses_a_signature_by_another_key() {
        Proposal forged = tampered().signedBy(client("AU"), network().client(new MemberId("CN")));

        refused("signature by another key", forged, "access denied: channel [entente] creator org [AU]");
    }

    @Test
    void refuses_a_transaction_id_that_is_not_the_digest_of_nonce_and_creator() {
        Tampering proposal = tampered();
        proposal.channel.setTxId("0".repeat(64));

        refused("transaction id not computed", proposal.signedBy(client("AU"), own), "incorrectly computed txid");
    }

    @Test
    void refuses_a_certificate_under_another_members_name() {
        try (Client claiming = SharedNetwork.open().as(own.claiming(new MemberId("CN")), "AU")) {
            refused(
                    "certificate under another member's name",
                    proposal(claiming),
                    "creator org unknown, creator is malformed");
        }
    }

    @Test
    void refuses_a_certificate_of_a_foreign_authority() {
        try (Client stranger = SharedNetwork.open().as(SuiteIdentities.foreign(AU), "AU")) {
            refused(
                    "certificate of a foreign authority",
                    proposal(stranger),
                    "creator org unknown, creator is malformed");
        }
    }

    @Test
    void refuses_an_unknown_member() {
        try (Client unknown = SharedNetwork.open().as(own.claiming(new MemberId("QQ")), "AU")) {
            refused("unknown member", proposal(unknown), "creator org unknown, creator is malformed");
        }
    }

    @Test
    void refuses_other_header_forms() {
        Tampering type = tampered();
        type.channel.setType(HeaderType.MESSAGE_VALUE);
        refused("header type", type.signedBy(client("AU"), own), "invalid header type MESSAGE");

        Tampering epoch = tampered();
        epoch.channel.setEpoch(1);
        refused("epoch", epoch.signedBy(client("AU"), own), "epoch is non-zero");

        Tampering nonce = tampered();
        nonce.signature.clearNonce();
        refused("no nonce", nonce.withFittingId().signedBy(client("AU"), own), "nonce is empty");
    }

    /** core/handlers/auth/filter/timewindow.go stands before the endorser, so the gateway takes the peer for absent. */
    @Test
    void refuses_a_timestamp_more_than_a_quarter_of_an_hour_away() {
        Tampering old = tampered();
        Instant long_ago = Instant.now().minus(Duration.ofMinutes(16));
        old.channel.setTimestamp(Timestamp.newBuilder().setSeconds(long_ago.getEpochSecond()));
        Proposal late = old.signedBy(client("AU"), own);

        assertThat(observe("proposal/old timestamp, endorse", "endorse", late::endorse)
                        .status())
                .isEqualTo("ABORTED");
        assertThat(observe("proposal/old timestamp, evaluate", "evaluate", late::evaluate)
                        .status())
                .isEqualTo("UNAVAILABLE");

        Proposal early =
                tampered().at(Instant.now().plus(Duration.ofMinutes(16))).signedBy(client("AU"), own);
        assertThat(observe("proposal/future timestamp, endorse", "endorse", early::endorse)
                        .status())
                .isEqualTo("ABORTED");
        Proposal slow =
                tampered().at(Instant.now().minus(Duration.ofMinutes(14))).signedBy(client("AU"), own);
        assertThat(observe("proposal/timestamp within the quarter of an hour, endorse", "endorse", slow::endorse)
                        .status())
                .isEqualTo("OK");
    }

    private void refused(String name, Proposal proposal, String detail) {
        Observed endorsed = observe("proposal/" + name + ", endorse", "endorse", proposal::endorse);
        assertThat(endorsed.status()).isEqualTo("ABORTED");
        assertThat(endorsed.message()).isEqualTo("failed to endorse transaction, see attached details for more info");
        assertThat(endorsed.details()).singleElement().asString().contains(detail);

        Observed evaluated = observe("proposal/" + name + ", evaluate", "evaluate", proposal::evaluate);
        assertThat(evaluated.status()).isEqualTo("FAILED_PRECONDITION");
        assertThat(evaluated.message())
                .startsWith("evaluate call to endorser returned error: ")
                .contains(detail);
    }

    private static Tampering tampered() {
        return Tampering.with(proposal(client("AU")));
    }

    private static Proposal proposal(Client client) {
        return client.conformance()
                .newProposal("get")
                .addArguments(key("nothing"))
                .build();
    }
}
