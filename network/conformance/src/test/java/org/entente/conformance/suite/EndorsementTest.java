package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.entente.conformance.client.Client;
import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.entente.leak.LeakSearch;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** What a client sees when it evaluates and endorses: internal/pkg/gateway/evaluate.go, endorse.go, apiutils.go. */
class EndorsementTest extends ConformanceTest {
    @Test
    void reads_give_the_value_before_the_transaction() throws Exception {
        String key = key("old value");
        Proposals.submit(client("AU"), "put", key, "old");

        Transaction transaction = Proposals.endorsed(client("AU"), "putThenGet", key, "new");

        assertThat(text(transaction.getResult())).isEqualTo("old");
        transaction.submit();
        assertThat(Proposals.ask(client("CN"), "get", key)).isEqualTo("new");
    }

    @Test
    void no_transient_data_stand_in_the_prepared_transaction_nor_in_a_block() throws Exception {
        String secret = "secret-that-is-not-stored-77";
        Transaction prepared = Proposals.withValue(client("AU"), secret, "put", key("plain"), "plain")
                .setEndorsingOrganizations("AU", "CN", "SG")
                .build()
                .endorse();
        LeakSearch search =
                new LeakSearch(java.util.List.of(secret)).bytes("prepared transaction", prepared.getBytes());
        prepared.submit();
        Blocks.all(client("AU")).forEach(block -> search.bytes("block", block.toByteArray()));

        assertThat(search.leaks()).isEmpty();
    }

    @Test
    void a_refusal_of_the_contract_carries_its_words() {
        Observed endorsed = observe(
                "endorse/contract refuses",
                "endorse",
                () -> Proposals.of(client("AU"), "refuse", "A_CODE: words").endorse());
        assertThat(endorsed.status()).isEqualTo("ABORTED");
        assertThat(endorsed.details()).containsExactly("AU: chaincode response 500, A_CODE: words");

        Observed evaluated = observe(
                "evaluate/contract refuses", "evaluate", () -> Proposals.ask(client("AU"), "refuse", "A_CODE: words"));
        assertThat(evaluated.status()).isEqualTo("UNKNOWN");
        assertThat(evaluated.message())
                .isEqualTo("evaluate call to endorser returned error: chaincode response 500, A_CODE: words");
    }

    @Test
    void a_crash_of_the_contract_carries_no_words() {
        Observed crashed = observe(
                "endorse/contract crashes",
                "endorse",
                () -> Proposals.of(client("AU"), "crash", "PRIVATE-WORDS").endorse());

        assertThat(crashed.status()).isEqualTo("ABORTED");
        assertThat(crashed.toString()).doesNotContain("PRIVATE-WORDS");
    }

    @Test
    void an_unknown_function_is_refused() {
        assertThat(observe(
                                "endorse/unknown function",
                                "endorse",
                                () -> Proposals.of(client("AU"), "nothing").endorse())
                        .status())
                .isEqualTo("ABORTED");
        assertThat(observe(
                                "evaluate/unknown contract",
                                "evaluate",
                                () -> client("AU")
                                        .channel()
                                        .getContract(network().chaincode(), "nobody")
                                        .evaluateTransaction("get"))
                        .status())
                .isEqualTo("UNKNOWN");
    }

    /** endorsement.go, processEndorsement. */
    @Test
    void different_results_of_two_peers_are_not_assembled() {
        Observed differing = observe(
                "endorse/peers differ",
                "endorse",
                () -> Proposals.endorsedBy("AU,CN", client("AU"), "putAnything", key("anything"))
                        .endorse());

        assertThat(differing.status()).isEqualTo("ABORTED");
        assertThat(differing.message())
                .isEqualTo("failed to collect enough transaction endorsements, see attached details for more info");
        assertThat(differing.details()).singleElement().asString().endsWith("ProposalResponsePayloads do not match");
    }

    /** registry.go, planForOrgs and evaluator. */
    @Test
    void naming_an_unknown_member_as_endorser_is_refused() {
        assertThat(observe(
                                "endorse/unknown member named",
                                "endorse",
                                () -> Proposals.endorsedBy("QQ", client("AU"), "put", key("x"), "x")
                                        .endorse())
                        .status())
                .isEqualTo("UNAVAILABLE");
        assertThat(observe(
                                "evaluate/unknown member named",
                                "evaluate",
                                () -> Proposals.endorsedBy("QQ", client("AU"), "get", key("x"))
                                        .evaluate())
                        .status())
                .isEqualTo("FAILED_PRECONDITION");
    }

    @Test
    void an_unknown_channel_or_chaincode_is_refused() {
        var other = client("AU")
                .gateway()
                .getNetwork("nowhere")
                .getContract(network().chaincode());
        var missing = client("AU").channel().getContract("nothing");

        assertThat(observe(
                                "endorse/unknown channel",
                                "endorse",
                                () -> other.newProposal("get").build().endorse())
                        .status())
                .isEqualTo("FAILED_PRECONDITION");
        assertThat(observe("evaluate/unknown channel", "evaluate", () -> other.evaluateTransaction("get"))
                        .status())
                .isEqualTo("UNAVAILABLE");
        assertThat(observe(
                                "endorse/unknown chaincode",
                                "endorse",
                                () -> missing.newProposal("get").build().endorse())
                        .status())
                .isEqualTo("FAILED_PRECONDITION");
        Observed evaluated =
                observe("evaluate/unknown chaincode", "evaluate", () -> missing.evaluateTransaction("get"));
        assertThat(evaluated.status()).isEqualTo("FAILED_PRECONDITION");
        assertThat(evaluated.message())
                .isEqualTo("no peers available to evaluate chaincode nothing in channel entente");
    }

    /** peer.maxRecvMsgSize, 100 MB: a client of its own, since every message is kept. */
    @Test
    void a_message_past_what_a_peer_takes_is_refused() {
        byte[] large = new byte[101 * 1024 * 1024];
        try (Client client = SharedNetwork.open().as(network().client(new MemberId("AU")), "AU")) {
            Proposal proposal =
                    client.conformance().newProposal("get").addArguments(large).build();

            assertThat(Observation.of("evaluate", proposal::evaluate).status()).isEqualTo("RESOURCE_EXHAUSTED");
        }
        assertThat(observe(
                                "evaluate/after an oversized message",
                                "evaluate",
                                () -> Proposals.ask(client("AU"), "get", key("nothing")))
                        .status())
                .isEqualTo("OK");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
