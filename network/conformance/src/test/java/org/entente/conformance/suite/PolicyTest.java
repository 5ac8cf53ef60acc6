package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.entente.conformance.observe.Observed;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/**
 * Who must endorse what. All peers check it at commit, whoever endorsed
 * (core/handlers/validation/builtin/v20/validation_logic.go, core/common/validation/statebased/v20.go).
 */
class PolicyTest extends ConformanceTest {
    private static final String FAILURE = "ENDORSEMENT_POLICY_FAILURE";

    @Test
    void public_state_needs_the_majority_and_the_gateway_collects_it() throws Exception {
        Transaction transaction = Proposals.endorsed(client("AU"), "put", key("majority"), "x");

        assertThat(Envelopes.endorsers(transaction)).hasSize(3).contains("AU");
        transaction.submit();
    }

    @Test
    void public_state_endorsed_by_fewer_is_invalid() {
        Proposal alone = Proposals.endorsedBy("AU", client("AU"), "put", key("alone"), "x");
        Proposal half = Proposals.endorsedBy("AU,CN", client("AU"), "put", key("half"), "x");

        assertThat(committed("policy/public state, one endorser", alone)).isEqualTo(FAILURE);
        assertThat(committed("policy/public state, half of the members", half)).isEqualTo(FAILURE);
    }

    @Test
    void a_collection_needs_its_author_alone() throws Exception {
        Transaction transaction = Proposals.withValue(client("AU"), "x", "putPrivate", "AU-CN", key("author"))
                .build()
                .endorse();

        assertThat(Envelopes.endorsers(transaction)).containsExactly("AU");
        transaction.submit();
    }

    @Test
    void a_collection_written_by_its_audience_is_invalid() {
        Proposal audience = Proposals.withValue(client("CN"), "x", "putPrivate", "AU-CN", key("audience"))
                .setEndorsingOrganizations("CN")
                .build();

        assertThat(committed("policy/collection, endorsed by the audience", audience))
                .isEqualTo(FAILURE);
    }

    /** The gateway asks the author's peer, which is why the contract itself refuses any caller but the author. */
    @Test
    void the_gateway_asks_the_author_for_the_audiences_write() throws Exception {
        Transaction transaction = Proposals.withValue(client("CN"), "x", "putPrivate", "AU-CN", key("asked"))
                .build()
                .endorse();

        assertThat(Envelopes.endorsers(transaction)).containsExactly("AU");
        assertThat(observe("policy/collection, audience's write endorsed by the author", "commit", transaction::submit)
                        .status())
                .isEqualTo("VALID");
    }

    @Test
    void a_collection_is_closed_to_a_third_member() {
        Observed refused = observe(
                "policy/collection, third member writes",
                "endorse",
                () -> Proposals.withValue(client("SG"), "x", "putPrivate", "AU-CN", key("third"))
                        .build()
                        .endorse());

        assertThat(refused.status()).isEqualTo("ABORTED");
    }

    @Test
    void a_key_with_a_policy_of_its_own_needs_that_member_alone() throws Exception {
        String key = key("restricted");
        Proposals.submit(client("AU"), "restrict", key, "SG");

        assertThat(committed(
                        "policy/key level, endorsed by the majority without the member",
                        Proposals.endorsedBy("AU,CN,ID", client("AU"), "put", key, "others")))
                .isEqualTo(FAILURE);
        assertThat(committed(
                        "policy/key level, endorsed by the member alone",
                        Proposals.endorsedBy("SG", client("SG"), "put", key, "own")))
                .isEqualTo("VALID");
        Transaction chosen = Proposals.endorsed(client("AU"), "put", key, "chosen");
        assertThat(Envelopes.endorsers(chosen)).contains("SG");
        assertThat(observe("policy/key level, endorsers chosen by the gateway", "commit", chosen::submit)
                        .status())
                .isEqualTo("VALID");
    }

    @Test
    void a_key_with_a_policy_does_not_free_the_other_keys() throws Exception {
        String key = key("restricted beside");
        Proposals.submit(client("AU"), "restrict", key, "SG");

        assertThat(committed(
                        "policy/key level, another key beside it",
                        Proposals.endorsedBy("SG", client("SG"), "restrict", key("new"), "SG")))
                .isEqualTo(FAILURE);
    }

    @Test
    void endorsements_do_not_count_for_another_result() throws Exception {
        Transaction endorsed = Proposals.endorsed(client("AU"), "put", key("result"), "x");
        Transaction altered = Envelopes.withResult(
                client("AU"),
                endorsed,
                action -> action.toBuilder()
                        .setResponse(action.getResponse().toBuilder().setPayload(ByteString.copyFromUtf8("other")))
                        .build());

        assertThat(observe("policy/result altered after endorsement", "commit", altered::submit)
                        .status())
                .isEqualTo(FAILURE);
    }

    private static String committed(String name, Proposal proposal) {
        return observe(name, "commit", () -> proposal.endorse().submit()).status();
    }
}
