package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;
import static org.entente.embedded.probe.TestNetwork.ID;
import static org.entente.embedded.probe.TestNetwork.SG;

import io.grpc.Status;
import java.nio.file.Path;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must endorse what, and what each execution sees. */
final class EndorsementTest {
    @TempDir
    static Path folder;

    static TestNetwork network;
    static TestClient au;
    static TestClient cn;
    static TestClient sg;

    @BeforeAll
    static void start() {
        network = TestNetwork.start(folder);
        au = network.as(AU);
        cn = network.as(CN);
        sg = network.as(SG);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Test
    void a_public_write_that_every_member_reads_is_endorsed_by_the_majority_without_naming_it() throws Exception {
        au.submit("put", "public", "value");
        assertThat(sg.evaluate("get", "public")).isEqualTo("value");
    }

    @Test
    void a_public_write_by_three_of_four_is_valid_and_by_two_is_not() throws Exception {
        var three = au.probe()
                .newProposal("put")
                .addArguments("of-three", "3")
                .setEndorsingOrganizations("AU", "CN", "ID")
                .build();
        assertThat(three.endorse().submitAsync().getStatus().isSuccessful()).isTrue();
        var two = au.probe()
                .newProposal("put")
                .addArguments("of-two", "2")
                .setEndorsingOrganizations("AU", "CN")
                .build();
        assertThat(Refusal.verdict(() -> two.endorse().submit()))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(au.evaluate("get", "of-two")).isEmpty();
    }

    @Test
    void a_private_write_of_the_author_needs_the_author_alone() throws Exception {
        au.submitPrivate("putPrivate", "of-au", "AU-CN", "own");
        var named = au.probe()
                .newProposal("putPrivate")
                .addArguments("AU-CN", "named")
                .putTransient("value", new byte[] {'x'})
                .setEndorsingOrganizations("AU")
                .build();
        named.endorse().submit();
        assertThat(cn.evaluate("getPrivate", "AU-CN", "own")).isEqualTo("of-au");
        assertThat(cn.evaluate("getPrivate", "AU-CN", "named")).isEqualTo("x");
    }

    @Test
    void the_audience_cannot_write_in_the_authors_stream_on_its_own_word() throws Exception {
        var forged = cn.probe()
                .newProposal("putPrivate")
                .addArguments("AU-CN", "forged")
                .putTransient("value", new byte[] {'x'})
                .setEndorsingOrganizations("CN")
                .build();
        assertThat(Refusal.verdict(() -> forged.endorse().submit()))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(au.evaluate("getPrivateHash", "AU-CN", "forged")).isEmpty();
    }

    @Test
    void a_third_member_can_neither_read_nor_write_but_knows_the_hash() throws Exception {
        au.submitPrivate("putPrivate", "hidden", "AU-CN", "third");
        Refusal write = Refusal.of(() -> sg.submitPrivate("putPrivate", "x", "AU-CN", "third"));
        assertThat(write.code()).isEqualTo(Status.Code.ABORTED);
        Refusal read = Refusal.of(() -> sg.evaluate("getPrivate", "AU-CN", "third"));
        assertThat(read.code()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(sg.evaluate("getPrivateHash", "AU-CN", "third"))
                .isEqualTo("e564b4081d7a9ea4b00dada53bdae70c99b87b6fce869f0c3dd4d2bfa1e53e1c");
    }

    @Test
    void a_member_reads_its_partners_stream_through_the_partners_peer_only_if_it_is_a_member_itself() {
        var proposal = sg.probe()
                .newProposal("getPrivate")
                .addArguments("AU-CN", "own")
                .setEndorsingOrganizations("AU")
                .build();
        Refusal read = Refusal.of(proposal::evaluate);
        assertThat(read.code()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(read.details())
                .singleElement()
                .satisfies(detail -> assertThat(detail.getMspId()).isEqualTo("AU"));
    }

    @Test
    void a_key_with_its_own_policy_needs_exactly_that_member() throws Exception {
        au.submit("put", "guarded", "1");
        au.submit("guard", "guarded", "AU");
        var alone = au.probe()
                .newProposal("put")
                .addArguments("guarded", "2")
                .setEndorsingOrganizations("AU")
                .build();
        alone.endorse().submit();
        var others = cn.probe()
                .newProposal("put")
                .addArguments("guarded", "3")
                .setEndorsingOrganizations("CN", "ID", "SG")
                .build();
        assertThat(Refusal.verdict(() -> others.endorse().submit()))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        cn.submit("put", "guarded", "4"); // the gateway finds out that AU must endorse
        assertThat(sg.evaluate("get", "guarded")).isEqualTo("4");
    }

    @Test
    void a_guarded_and_an_open_key_in_one_transaction_need_both_policies() throws Exception {
        au.submit("put", "both", "1");
        au.submit("guard", "both", "ID");
        var byAuOnly = au.probe()
                .newProposal("append")
                .addArguments("both", "2")
                .setEndorsingOrganizations("AU", "CN", "SG")
                .build();
        assertThat(Refusal.verdict(() -> byAuOnly.endorse().submit()))
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_read_after_its_own_write_finds_the_old_value() throws Exception {
        au.submit("put", "old", "before");
        assertThat(au.submit("append", "old", "-after")).isEqualTo("before");
        assertThat(au.evaluate("get", "old")).isEqualTo("before-after");
    }

    @Test
    void nothing_can_be_written_after_a_private_range_was_read_but_the_range_alone_can_be_read() throws Exception {
        au.submitPrivate("putPrivate", "v", "AU-ID", "a");
        au.submitPrivate("putPrivate", "v", "AU-ID", "b");
        assertThat(au.evaluate("privateKeys", "AU-ID")).isEqualTo("a,b");
        Refusal refused = Refusal.of(() -> au.submit("rangeThenWrite", "AU-ID"));
        assertThat(refused.code()).isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void a_range_gives_all_keys_in_order_however_many() throws Exception {
        for (int i = 0; i < 205; i++) {
            var ignored = au.probe()
                    .newProposal("put")
                    .addArguments("many" + (1000 + i), "v")
                    .build()
                    .endorse()
                    .submitAsync();
        }
        Refusal.await(() -> au.evaluate("count", "many", "manz", "").split(",").length == 205);
        assertThat(au.evaluate("count", "many", "manz", "").split(",")).isSorted();
        assertThat(au.evaluate("count", "many1100", "many1102", "")).isEqualTo("many1100,many1101");
    }

    @Test
    void a_write_to_an_unknown_collection_is_refused() {
        Refusal refused = Refusal.of(() -> au.submitPrivate("putPrivate", "x", "AU-XX", "k"));
        assertThat(refused.code()).isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void an_endorsing_organisation_that_does_not_exist_is_unavailable() {
        var proposal = au.probe()
                .newProposal("put")
                .addArguments("k", "v")
                .setEndorsingOrganizations("AU", "XX")
                .build();
        Refusal refused = Refusal.of(() -> proposal.endorse());
        assertThat(refused.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(refused.description()).isEqualTo("failed to find any endorsing peers for org(s): XX");
    }

    @Test
    void a_contracts_refusal_reaches_the_client_with_its_text() {
        Refusal evaluated = Refusal.of(() -> au.evaluate("refuse", "CODE-1"));
        assertThat(evaluated.code()).isEqualTo(Status.Code.UNKNOWN);
        assertThat(evaluated.description())
                .isEqualTo("evaluate call to endorser returned error: chaincode response 500, CODE-1");
        Refusal endorsed = Refusal.of(() -> au.submit("refuse", "CODE-2"));
        assertThat(endorsed.code()).isEqualTo(Status.Code.ABORTED);
        assertThat(endorsed.description())
                .isEqualTo("failed to endorse transaction, see attached details for more info");
        assertThat(endorsed.details()).singleElement().satisfies(detail -> {
            assertThat(detail.getMspId()).isEqualTo("AU");
            assertThat(detail.getAddress())
                    .isEqualTo(network.network().endpoint(AU).address());
            assertThat(detail.getMessage()).isEqualTo("chaincode response 500, CODE-2");
        });
    }

    @Test
    void another_chaincode_or_channel_does_not_exist() {
        var other = au.network()
                .getContract("other", "probe")
                .newProposal("get")
                .addArguments("k")
                .build();
        Refusal unknown = Refusal.of(other::endorse);
        assertThat(unknown.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(unknown.description()).endsWith("No metadata was found for chaincode other in channel entente");
        var elsewhere = au.gateway()
                .getNetwork("elsewhere")
                .getContract("entente", "probe")
                .newProposal("get")
                .addArguments("k")
                .build();
        assertThat(Refusal.of(elsewhere::endorse).code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    }

    @Test
    void the_third_member_is_not_asked_when_a_collection_decides() throws Exception {
        network.network().stopPeer(ID);
        try {
            au.submitPrivate("putPrivate", "without-id", "AU-CN", "quorum");
            au.submit("put", "three-left", "v");
        } finally {
            network.network().startPeer(ID);
        }
        assertThat(cn.evaluate("getPrivate", "AU-CN", "quorum")).isEqualTo("without-id");
    }
}
