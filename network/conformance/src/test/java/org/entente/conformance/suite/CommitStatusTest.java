package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entente.conformance.client.Client;
import org.entente.conformance.embedded.SuiteIdentities;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/** Asking what became of a transaction: internal/pkg/gateway/commitstatus.go, commit/finder.go. */
class CommitStatusTest extends ConformanceTest {
    @Test
    void waits_until_the_transaction_is_committed() throws Exception {
        Transaction transaction = Proposals.endorsed(client("AU"), "put", key("awaited"), "x");
        CompletableFuture<Status> asked = CompletableFuture.supplyAsync(() -> {
            try {
                return commit(client("AU"), request(transaction.getTransactionId()))
                        .getStatus();
            } catch (CommitStatusException e) {
                throw new IllegalStateException(e);
            }
        });

        transaction.submitAsync();

        Status status = asked.get(60, TimeUnit.SECONDS);
        assertThat(status.getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(status.getBlockNumber()).isPositive();
    }

    @Test
    void any_member_may_ask_and_gets_the_same_answer_later() throws Exception {
        Transaction transaction = Proposals.endorsed(client("AU"), "put", key("asked by all"), "x");
        transaction.submit();

        Status own =
                commit(client("AU"), request(transaction.getTransactionId())).getStatus();
        Status others = commit(client("SG"), request(transaction.getTransactionId(), "SG"))
                .getStatus();
        assertThat(others.getBlockNumber()).isEqualTo(own.getBlockNumber());
        assertThat(others.getCode()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void an_unknown_transaction_is_waited_for_until_the_deadline() {
        Observed late = observe(
                "status/unknown transaction",
                "status",
                () -> commit(client("AU"), request("ab".repeat(32)))
                        .getStatus(options -> options.withDeadlineAfter(700, TimeUnit.MILLISECONDS)));

        assertThat(late.status()).isEqualTo("DEADLINE_EXCEEDED");
    }

    @Test
    void a_request_that_its_identity_did_not_sign_is_refused() {
        Credentials other = network().client(new MemberId("CN"));
        byte[] request = request("ab".repeat(32)).toByteArray();
        SignedCommitStatusRequest unsigned = SignedCommitStatusRequest.newBuilder()
                .setRequest(ByteString.copyFrom(request))
                .build();

        Observed refused = observe(
                "status/signature by another member",
                "status",
                () -> client("AU")
                        .gateway()
                        .newSignedCommit(unsigned.toByteArray(), Tampering.sign(other, request))
                        .getStatus());

        assertThat(refused.status()).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void a_stranger_learns_nothing() {
        try (Client stranger = SharedNetwork.open().as(SuiteIdentities.foreign(new MemberId("AU")), "AU")) {
            CommitStatusRequest request = request("ab".repeat(32)).toBuilder()
                    .setIdentity(identity(SuiteIdentities.foreign(new MemberId("AU"))))
                    .build();
            Observed refused = observe(
                    "status/certificate of a foreign authority",
                    "status",
                    () -> commit(stranger, request).getStatus());
            assertThat(refused.status()).isEqualTo("PERMISSION_DENIED");
        }
    }

    @Test
    void an_unknown_channel_or_an_empty_request_is_refused() {
        CommitStatusRequest elsewhere =
                request("ab".repeat(32)).toBuilder().setChannelId("nowhere").build();
        assertThat(observe(
                                "status/unknown channel",
                                "status",
                                () -> commit(client("AU"), elsewhere).getStatus())
                        .status())
                .isEqualTo("PERMISSION_DENIED");

        Observed empty = observe(
                "status/no transaction id",
                "status",
                () -> commit(client("AU"), request("")).getStatus());
        assertThat(empty.status()).isEqualTo("INVALID_ARGUMENT");
        assertThat(empty.message()).isEqualTo("transaction ID should not be empty");
    }

    private static CommitStatusRequest request(String transactionId) {
        return request(transactionId, "AU");
    }

    private static CommitStatusRequest request(String transactionId, String member) {
        return CommitStatusRequest.newBuilder()
                .setChannelId(network().channel())
                .setTransactionId(transactionId)
                .setIdentity(identity(network().client(new MemberId(member))))
                .build();
    }

    private static Commit commit(Client client, CommitStatusRequest request) {
        return client.gateway()
                .newCommit(SignedCommitStatusRequest.newBuilder()
                        .setRequest(request.toByteString())
                        .build()
                        .toByteArray());
    }

    static ByteString identity(Credentials credentials) {
        String pem = org.hyperledger.fabric.client.identity.Identities.toPemString(credentials.certificate());
        return SerializedIdentity.newBuilder()
                .setMspid(credentials.member().value())
                .setIdBytes(ByteString.copyFromUtf8(pem))
                .build()
                .toByteString();
    }
}
