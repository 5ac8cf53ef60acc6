package org.entente.embedded.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.junit.jupiter.api.Test;

/** What a SmartBFT orderer remembers of the requests it got: v3.1.5, internal/bft/requestpool.go. */
class RecentRequestsTest {
    private static final int REMEMBERED = 1000;

    private final RecentRequests requests = new RecentRequests();
    private int ordered;

    @Test
    void a_waiting_request_is_taken_again_and_ordered_once() {
        assertThat(admit(request("AU", 1))).isEqualTo(Status.SUCCESS);
        assertThat(admit(request("AU", 1))).isEqualTo(Status.SUCCESS);
        assertThat(ordered).isEqualTo(1);
    }

    @Test
    void one_that_went_into_a_block_is_refused_in_the_orderers_words() {
        admit(request("AU", 1));
        processed(request("AU", 1));

        Receipt again = requests.admit(request("AU", 1), this::order);
        assertThat(again.status()).isEqualTo(Status.SERVICE_UNAVAILABLE);
        assertThat(again.info()).isEqualTo("failed to submit request: request already processed");
        assertThat(ordered).isEqualTo(1);
    }

    @Test
    void it_is_the_same_request_by_creator_and_nonce_whatever_else_it_holds() {
        admit(request("AU", 1));
        processed(request("AU", 1));

        Envelope signedAgain = request("AU", 1).toBuilder()
                .setSignature(ByteString.copyFromUtf8("another"))
                .build();
        assertThat(admit(signedAgain)).isEqualTo(Status.SERVICE_UNAVAILABLE);
        assertThat(admit(request("AU", 2))).isEqualTo(Status.SUCCESS);
        assertThat(admit(request("CN", 1))).isEqualTo(Status.SUCCESS);
    }

    @Test
    void the_last_thousand_are_remembered_and_the_one_before_them_is_ordered_again() {
        processed(IntStream.rangeClosed(0, REMEMBERED)
                .mapToObj(number -> request("AU", number))
                .toArray(Envelope[]::new));

        assertThat(admit(request("AU", 1))).isEqualTo(Status.SERVICE_UNAVAILABLE);
        assertThat(admit(request("AU", 0))).isEqualTo(Status.SUCCESS);
    }

    @Test
    void one_that_was_not_ordered_does_not_wait() {
        Receipt full =
                requests.admit(request("AU", 1), () -> Receipt.refused(Status.SERVICE_UNAVAILABLE, "the pool is full"));
        assertThat(full.info()).isEqualTo("the pool is full");

        assertThat(admit(request("AU", 1))).isEqualTo(Status.SUCCESS);
        assertThat(ordered).isEqualTo(1);
    }

    @Test
    void what_cannot_be_parsed_is_left_to_whoever_orders() {
        Envelope unreadable = Envelope.newBuilder()
                .setPayload(ByteString.copyFromUtf8("no payload"))
                .build();
        processed(unreadable);

        assertThat(admit(unreadable)).isEqualTo(Status.SUCCESS);
        assertThat(admit(Envelope.getDefaultInstance())).isEqualTo(Status.SUCCESS);
        assertThat(ordered).isEqualTo(2);
    }

    private Status admit(Envelope envelope) {
        return requests.admit(envelope, this::order).status();
    }

    private Receipt order() {
        ordered++;
        return Receipt.accepted();
    }

    private void processed(Envelope... envelopes) {
        requests.processed(
                List.of(envelopes).stream().map(Envelope::toByteString).toList());
    }

    private static Envelope request(String creator, int nonce) {
        ByteString signature = SignatureHeader.newBuilder()
                .setCreator(ByteString.copyFromUtf8(creator))
                .setNonce(ByteString.copyFromUtf8("nonce " + nonce))
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(Header.newBuilder().setSignatureHeader(signature))
                        .build()
                        .toByteString())
                .build();
    }
}
