package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** Handing a transaction to SmartBFT orderers, or to Raft's: internal/pkg/gateway/submit.go, orderer/common/msgprocessor. */
class SubmitTest extends ConformanceTest {
    @Test
    void the_same_envelope_twice_is_committed_once() throws Exception {
        String key = key("twice");
        Transaction transaction = Proposals.endorsed(client("AU"), "append", key, "x");
        SubmittedTransaction first = transaction.submitAsync();
        assertThat(first.getStatus().getCode()).isEqualTo(TxValidationCode.VALID);

        Observed again = observe("submit/same envelope again", "submit", transaction::submitAsync);

        if (network().ordersByRaft()) {
            assertThat(again.status()).isEqualTo("OK");
        } else {
            assertThat(again.details())
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(detail).endsWith("request already processed"));
        }
        Transaction later = Proposals.endorsed(client("AU"), "put", key("after twice"), "x");
        later.submit();
        assertThat(Proposals.ask(client("CN"), "get", key)).isEqualTo("x");
        assertThat(codesOf(transaction.getTransactionId()))
                .startsWith(TxValidationCode.VALID)
                .hasSize(network().ordersByRaft() ? 2 : 1)
                .endsWith(network().ordersByRaft() ? TxValidationCode.DUPLICATE_TXID : TxValidationCode.VALID);
        assertThat(first.getStatus().getBlockNumber()).isPositive();
    }

    /** core/endorser/endorser.go, preProcess. */
    @Test
    void the_same_proposal_is_not_endorsed_again_once_committed() throws Exception {
        Proposal proposal = Proposals.of(client("AU"), "put", key("proposal twice"), "x");
        proposal.endorse().submit();

        Observed again = observe("endorse/committed transaction id", "endorse", proposal::endorse);

        assertThat(again.status()).isEqualTo("ABORTED");
        assertThat(again.details()).singleElement().asString().contains("duplicate transaction found");
    }

    @Test
    void an_envelope_that_its_creator_did_not_sign_is_refused() throws Exception {
        Transaction endorsed = Proposals.endorsed(client("AU"), "put", key("foreign signature"), "x");
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());
        byte[] payload = prepared.getEnvelope().getPayload().toByteArray();
        byte[] foreign = Tampering.sign(network().client(new MemberId("CN")), payload);

        Observed refused = observe(
                "submit/signature by another member",
                "submit",
                () -> client("AU")
                        .gateway()
                        .newSignedTransaction(prepared.toByteArray(), foreign)
                        .submitAsync());
        refusedByOrderers(refused, "status=FORBIDDEN");
    }

    @Test
    void an_unsigned_or_missing_envelope_is_refused() throws Exception {
        Transaction endorsed = Proposals.endorsed(client("AU"), "put", key("unsigned"), "x");
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());
        SubmitRequest.Builder request = SubmitRequest.newBuilder()
                .setChannelId(network().channel())
                .setTransactionId(prepared.getTransactionId());

        Observed unsigned = raw(
                "submit/unsigned",
                request.clone()
                        .setPreparedTransaction(
                                prepared.getEnvelope().toBuilder().clearSignature())
                        .build());
        assertThat(unsigned.status()).isEqualTo("INVALID_ARGUMENT");
        assertThat(unsigned.message()).isEqualTo("prepared transaction must be signed");
        Observed missing = raw("submit/no envelope", request.clone().build());
        assertThat(missing.message()).isEqualTo("a prepared transaction is required");
    }

    @Test
    void an_unknown_channel_is_refused() throws Exception {
        Transaction endorsed = Proposals.endorsed(client("AU"), "put", key("elsewhere"), "x");
        PreparedTransaction prepared = PreparedTransaction.parseFrom(endorsed.getBytes());

        Observed refused = raw(
                "submit/unknown channel",
                SubmitRequest.newBuilder()
                        .setChannelId("nowhere")
                        .setTransactionId(prepared.getTransactionId())
                        .setPreparedTransaction(
                                prepared.getEnvelope().toBuilder().setSignature(ByteString.copyFromUtf8("any")))
                        .build());
        assertThat(refused.status()).isEqualTo("FAILED_PRECONDITION");
    }

    /** orderer/common/msgprocessor/sizefilter.go, with AbsoluteMaxBytes 10 MB. */
    @Test
    void a_transaction_past_the_orderers_limit_is_refused() throws Exception {
        Transaction large = Proposals.endorsed(client("AU"), "put", key("large"), "x".repeat(6 * 1024 * 1024));

        Observed refused = observe("submit/more than 10 MB", "submit", large::submitAsync);

        refusedByOrderers(refused, "exceeds maximum allowed");
    }

    /** With four SmartBFT orderers, two refusals leave no quorum; with Raft the first one asked decides. */
    private static void refusedByOrderers(Observed refused, String words) {
        if (network().ordersByRaft()) {
            assertThat(refused.status()).isEqualTo("ABORTED");
            assertThat(refused.message()).contains(words);
            return;
        }
        assertThat(refused.status()).isEqualTo("UNAVAILABLE");
        assertThat(refused.details())
                .hasSize(2)
                .allSatisfy(detail -> assertThat(detail).contains(words));
    }

    private static Observed raw(String name, SubmitRequest request) {
        return observe(
                name,
                "submit",
                () -> GatewayGrpc.newBlockingStub(client("AU").connection()).submit(request));
    }

    private static List<TxValidationCode> codesOf(String transactionId) {
        return Blocks.all(client("AU")).stream()
                .flatMap(block -> Stream.ofNullable(Blocks.codes(block).get(transactionId)))
                .toList();
    }
}
