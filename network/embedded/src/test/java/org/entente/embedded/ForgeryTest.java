package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.Certificates;
import org.entente.embedded.block.TransactionFilter;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions that are not what a client proposed and peers endorsed, ordered all the same by a faulty orderer. */
final class ForgeryTest {
    @TempDir
    static Path folder;

    static TestNetwork network;
    static TestClient au;

    @BeforeAll
    static void start() {
        network = TestNetwork.start(folder);
        au = network.as(AU);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    /** Orders an envelope past the orderer's checks and gives the verdict on it. */
    private static TxValidationCode verdict(Envelope envelope) {
        long next = network.network().height();
        assertThat(network.network().orderUnchecked(envelope).getNumber()).isEqualTo(200);
        return TransactionFilter.get(au.block(next), 0);
    }

    private static Envelope endorsed(String key) throws Exception {
        Transaction transaction =
                au.probe().newProposal("put").addArguments(key, "v").build().endorse();
        return PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope();
    }

    private static Envelope signed(Payload payload) {
        Endpoint endpoint = network.network().endpoint(AU);
        byte[] spki = Certificates.parsePem(endpoint.clientCertificatePem().getBytes(StandardCharsets.US_ASCII))
                .orElseThrow()
                .getPublicKey()
                .getEncoded();
        SoftwareKey key = SoftwareKey.ofPem(endpoint.clientKeyPem().getBytes(StandardCharsets.US_ASCII), spki)
                .orElseThrow();
        ByteString bytes = payload.toByteString();
        return Envelope.newBuilder()
                .setPayload(bytes)
                .setSignature(ByteString.copyFrom(key.sign(bytes.toByteArray())))
                .build();
    }

    private static Payload payload(Envelope envelope) throws InvalidProtocolBufferException {
        return Payload.parseFrom(envelope.getPayload());
    }

    private static Payload withAction(Envelope envelope, UnaryOperator<ChaincodeActionPayload> change)
            throws Exception {
        Payload payload = payload(envelope);
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        TransactionAction action = transaction.getActions(0);
        ChaincodeActionPayload changed = change.apply(ChaincodeActionPayload.parseFrom(action.getPayload()));
        return payload.toBuilder()
                .setData(transaction.toBuilder()
                        .setActions(0, action.toBuilder().setPayload(changed.toByteString()))
                        .build()
                        .toByteString())
                .build();
    }

    @Test
    void what_the_client_signed_is_valid() throws Exception {
        assertThat(verdict(signed(payload(endorsed("honest"))))).isEqualTo(TxValidationCode.VALID);
        assertThat(au.evaluate("get", "honest")).isEqualTo("v");
    }

    @Test
    void a_second_use_is_a_duplicate_and_changes_nothing() throws Exception {
        Envelope once = signed(payload(endorsed("twice")));
        assertThat(verdict(once)).isEqualTo(TxValidationCode.VALID);
        assertThat(verdict(once)).isEqualTo(TxValidationCode.DUPLICATE_TXID);
    }

    @Test
    void a_wrong_signature_is_refused_by_the_orderer_and_by_the_peers() throws Exception {
        Envelope forged = signed(payload(endorsed("unsigned"))).toBuilder()
                .setSignature(ByteString.copyFromUtf8("not a signature"))
                .build();
        assertThat(verdict(forged)).isEqualTo(TxValidationCode.BAD_CREATOR_SIGNATURE);
        Envelope other = endorsed("by-another");
        try (TestClient stranger = new TestClient(
                network.network().endpoint(AU),
                "AU",
                network.network().endpoint(AU).clientCertificatePem(),
                network.network().endpoint(CN).clientKeyPem())) {
            Refusal refused = Refusal.of(() -> stranger.gateway()
                    .newTransaction(PreparedTransaction.newBuilder()
                            .setEnvelope(other)
                            .build()
                            .toByteArray())
                    .submit());
            assertThat(refused.code()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(refused.details())
                    .isNotEmpty()
                    .allSatisfy(detail -> assertThat(detail.getMessage())
                            .startsWith("received unsuccessful response from orderer: status=FORBIDDEN, info="));
        }
    }

    @Test
    void an_id_that_does_not_follow_from_creator_and_nonce_is_refused() throws Exception {
        Payload payload = payload(endorsed("id"));
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        Payload.Builder forged = payload.toBuilder();
        forged.getHeaderBuilder()
                .setChannelHeader(
                        header.toBuilder().setTxId("00".repeat(32)).build().toByteString());
        assertThat(verdict(signed(forged.build()))).isEqualTo(TxValidationCode.BAD_PROPOSAL_TXID);
    }

    @Test
    void results_that_nobody_endorsed_are_refused() throws Exception {
        Payload forged = withAction(endorsed("changed"), action -> {
            ByteString response = action.getAction().getProposalResponsePayload();
            ByteString changed = ByteString.copyFrom(
                    new String(response.toByteArray(), StandardCharsets.ISO_8859_1).replace("changed", "chanGed"),
                    StandardCharsets.ISO_8859_1);
            return action.toBuilder()
                    .setAction(action.getAction().toBuilder().setProposalResponsePayload(changed))
                    .build();
        });
        assertThat(verdict(signed(forged))).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(au.evaluate("get", "chanGed")).isEmpty();
    }

    @Test
    void other_arguments_than_those_endorsed_are_refused() throws Exception {
        Payload forged = withAction(
                endorsed("arguments"),
                action -> action.toBuilder()
                        .setChaincodeProposalPayload(
                                action.getChaincodeProposalPayload().concat(ByteString.copyFrom(new byte[] {0x12, 0})))
                        .build());
        assertThat(verdict(signed(forged))).isEqualTo(TxValidationCode.INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void one_endorsement_repeated_counts_once() throws Exception {
        Payload forged = withAction(endorsed("repeated"), action -> {
            var endorsement = action.getAction().getEndorsements(0);
            return action.toBuilder()
                    .setAction(action.getAction().toBuilder()
                            .clearEndorsements()
                            .addEndorsements(endorsement)
                            .addEndorsements(endorsement)
                            .addEndorsements(endorsement))
                    .build();
        });
        assertThat(verdict(signed(forged))).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void no_bytes_from_an_orderer_stop_the_chain() throws Exception {
        Envelope honest = signed(payload(endorsed("mutated")));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = honest.getPayload().toByteArray();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Envelope mutated = random.nextBoolean()
                    ? Envelope.newBuilder()
                            .setPayload(ByteString.copyFrom(bytes))
                            .setSignature(honest.getSignature())
                            .build()
                    : resigned(bytes, honest);
            network.network().orderUnchecked(mutated);
        }
        au.submit("put", "after-mutation", "v");
        assertThat(au.evaluate("get", "after-mutation")).isEqualTo("v");
    }

    private static Envelope resigned(byte[] bytes, Envelope otherwise) {
        try {
            return signed(Payload.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return otherwise.toBuilder().setPayload(ByteString.copyFrom(bytes)).build();
        }
    }
}
