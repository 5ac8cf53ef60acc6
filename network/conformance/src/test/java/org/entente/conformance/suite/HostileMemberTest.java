package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.entente.conformance.client.Client;
import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One member runs another contract than the others agreed on. */
class HostileMemberTest extends ConformanceTest {
    private static final MemberId HOSTILE = new MemberId("CN");

    @BeforeEach
    void replace() {
        assumeTrue(network().canReplaceContracts());
        SharedNetwork.open().closeClients();
        network().replaceContract(HOSTILE, true);
    }

    @AfterEach
    void restore() {
        if (network().canReplaceContracts()) {
            SharedNetwork.open().closeClients();
            network().replaceContract(HOSTILE, false);
        }
    }

    /** internal/pkg/gateway/endorsement.go: a layout whose peer answers otherwise is abandoned for the next. */
    @Test
    void the_others_reach_their_majority_without_it() throws Exception {
        for (int i = 0; i < 4; i++) {
            Transaction transaction = Proposals.endorsed(client("AU"), "put", key("honest" + i), "said");

            assertThat(Envelopes.endorsers(transaction)).containsExactly("AU", "ID", "SG");
            transaction.submit();
            assertThat(Proposals.ask(client("AU"), "get", key("honest" + i))).isEqualTo("said");
        }
    }

    @Test
    void its_own_public_writes_find_no_second_endorser() {
        Observed refused = Observation.of("endorse", () -> Proposals.endorsed(client("CN"), "put", key("alone"), "x"));

        assertThat(refused.status()).isEqualTo("ABORTED");
        assertThat(refused.details())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).endsWith("ProposalResponsePayloads do not match"));
    }

    @Test
    void it_writes_nothing_in_another_authors_name() {
        Proposal forged = submission("AU-CN");

        assertThat(observe(
                                "hostile/writes another author's stream",
                                "commit",
                                () -> forged.endorse().submit())
                        .status())
                .isEqualTo("ENDORSEMENT_POLICY_FAILURE");
    }

    /** Which is why a reader trusts nobody's contract (architecture rule 5). */
    @Test
    void it_writes_what_it_likes_in_its_own_name() {
        Proposal own = submission("CN-AU");

        assertThat(observe(
                                "hostile/writes its own stream",
                                "commit",
                                () -> own.endorse().submit())
                        .status())
                .isEqualTo("VALID");
    }

    private static Proposal submission(String collection) {
        Client client = client("CN");
        return client.entente()
                .newProposal("submit")
                .putTransient("put " + collection + " " + key("hostile"), "no batch at all")
                .setEndorsingOrganizations("CN")
                .build();
    }
}
