package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;
import static org.entente.embedded.probe.TestNetwork.ID;
import static org.entente.embedded.probe.TestNetwork.SG;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members that run something else than the others. */
final class HostileMemberTest {
    @TempDir
    Path folder;

    private interface Invoke {
        Chaincode.Response on(ChaincodeStub stub);
    }

    private static Chaincode chaincode(Invoke invoke) {
        return new Chaincode() {
            @Override
            public Response init(ChaincodeStub stub) {
                return invoke.on(stub);
            }

            @Override
            public Response invoke(ChaincodeStub stub) {
                return invoke.on(stub);
            }
        };
    }

    @Test
    void one_that_computes_something_else_is_left_out_and_where_it_is_needed_nothing_is_written() throws Exception {
        try (TestNetwork network = TestNetwork.start(
                folder,
                builder -> builder.chaincode(
                        CN,
                        honest -> chaincode(stub -> {
                            stub.putStringState("k", "other");
                            return ResponseUtils.newSuccessResponse();
                        })))) {
            network.as(AU).submit("put", "k", "v"); // AU, ID and SG are a majority
            var named = network.as(AU)
                    .probe()
                    .newProposal("put")
                    .addArguments("k", "w")
                    .setEndorsingOrganizations("AU", "CN", "ID")
                    .build();
            Refusal refused = Refusal.of(named::endorse);
            assertThat(refused.code()).isEqualTo(Status.Code.ABORTED);
            assertThat(refused.description())
                    .isEqualTo("failed to collect enough transaction endorsements, see attached details for more info");
            assertThat(refused.details()).anySatisfy(detail -> {
                assertThat(detail.getMspId()).isEqualTo("CN");
                assertThat(detail.getMessage()).isEqualTo("ProposalResponsePayloads do not match");
            });
        }
    }

    @Test
    void an_author_can_write_what_it_likes_in_its_own_stream_and_nowhere_else() throws Exception {
        try (TestNetwork network = TestNetwork.start(
                folder,
                builder -> builder.chaincode(
                        AU,
                        honest -> chaincode(stub -> {
                            stub.putPrivateData(
                                    stub.getParameters().get(0), "k", "anything".getBytes(StandardCharsets.UTF_8));
                            return ResponseUtils.newSuccessResponse();
                        })))) {
            network.as(AU).submit("whatever", "AU-CN");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo("anything");
            var inAnothers = network.as(AU)
                    .probe()
                    .newProposal("whatever")
                    .addArguments("CN-AU")
                    .setEndorsingOrganizations("AU")
                    .build();
            assertThat(Refusal.verdict(() -> inAnothers.endorse().submit()).name())
                    .isEqualTo("ENDORSEMENT_POLICY_FAILURE");
            Refusal ofOthers = Refusal.of(() -> network.as(AU).submit("whatever", "CN-SG"));
            assertThat(ofOthers.code()).isEqualTo(Status.Code.ABORTED);
        }
    }

    @Test
    void transient_data_reaches_no_member_outside_the_collection() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (TestNetwork network = TestNetwork.start(folder, builder -> {
            for (var member : List.of(CN, ID, SG)) {
                builder.chaincode(
                        member,
                        honest -> chaincode(stub -> {
                            stub.getTransient().keySet().forEach(key -> seen.add(member + " " + key));
                            return honest.invoke(stub);
                        }));
            }
            return builder;
        })) {
            network.as(AU).submitPrivate("putPrivate", "for AU and CN", "AU-CN", "k");
            network.as(CN).submitPrivate("putPrivate", "by CN", "CN-AU", "k");
            assertThat(seen).containsExactly("CN value");
            // a public write beside it needs a majority, which the collection's members are not
            Refusal refused = Refusal.of(
                    () -> network.as(AU).proposal("putBoth", "x", "AU-CN", "k").endorse());
            assertThat(refused.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
            assertThat(refused.description()).contains("retry specifying trusted endorsing organizations");
            assertThat(seen).containsExactly("CN value");
        }
    }

    @Test
    void one_that_never_answers_is_given_up_and_holds_nobody_up() throws Exception {
        try (TestNetwork network =
                TestNetwork.start(folder, builder -> builder.executionLimit(Duration.ofMillis(300)))) {
            Refusal refused = Refusal.of(() -> network.as(AU).submit("hang"));
            assertThat(refused.code()).isEqualTo(Status.Code.ABORTED);
            assertThat(refused.details().get(0).getMessage())
                    .startsWith("error in simulation: failed to execute transaction")
                    .endsWith("timeout expired while executing transaction");
            network.as(AU).submit("put", "k", "v");
        }
    }
}
