package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.entente.conformance.client.Client;
import org.entente.conformance.embedded.SuiteIdentities;
import org.entente.conformance.observe.Observed;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** Events of contracts: internal/pkg/gateway/chaincodeevents.go. The contract {@code entente} itself emits none. */
class ChaincodeEventsTest extends ConformanceTest {
    @Test
    void are_delivered_from_a_block_on_without_those_of_invalid_transactions() throws Exception {
        String key = key("events");
        Transaction first = Proposals.endorsed(client("AU"), "emit", key, "first", "1");
        Transaction conflicting = Proposals.endorsed(client("AU"), "emit", key, "conflicting", "2");
        long block = first.submitAsync().getStatus().getBlockNumber();
        assertThat(conflicting.submitAsync().getStatus().isSuccessful()).isFalse();
        Proposals.submit(client("CN"), "emit", key, "second", "3");

        try (CloseableIterator<ChaincodeEvent> events = client("SG")
                .channel()
                .newChaincodeEventsRequest(network().chaincode())
                .startBlock(block)
                .build()
                .getEvents()) {
            ChaincodeEvent one = events.next();
            assertThat(one.getEventName()).isEqualTo("first");
            assertThat(one.getBlockNumber()).isEqualTo(block);
            assertThat(one.getTransactionId()).isEqualTo(first.getTransactionId());
            assertThat(new String(one.getPayload(), StandardCharsets.UTF_8)).isEqualTo("1");
            assertThat(events.next().getEventName()).isEqualTo("second");
        }
    }

    @Test
    void are_delivered_after_a_transaction_whatever_the_start_block() throws Exception {
        String key = key("events after");
        Transaction first = Proposals.endorsed(client("AU"), "emit", key, "before", "1");
        long block = first.submitAsync().getStatus().getBlockNumber();
        Proposals.submit(client("CN"), "emit", key, "after", "2");

        try (CloseableIterator<ChaincodeEvent> events = client("AU")
                .channel()
                .newChaincodeEventsRequest(network().chaincode())
                .checkpoint(after(block, first.getTransactionId()))
                .build()
                .getEvents()) {
            assertThat(events.next().getEventName()).isEqualTo("after");
        }
    }

    @Test
    void are_delivered_from_now_on_without_a_start() throws Exception {
        try (CloseableIterator<ChaincodeEvent> events =
                client("AU").channel().getChaincodeEvents(network().chaincode())) {
            await("an event of this moment", () -> {
                try {
                    Proposals.submit(client("AU"), "emit", key("now"), "now", "x");
                    return true;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(events.next().getEventName()).isEqualTo("now");
        }
    }

    @Test
    void are_refused_on_an_unknown_channel() {
        Observed refused = observe("events/unknown channel", "events", () -> {
            try (CloseableIterator<ChaincodeEvent> events = client("AU")
                    .gateway()
                    .getNetwork("nowhere")
                    .getChaincodeEvents(
                            network().chaincode(), options -> options.withDeadlineAfter(10, TimeUnit.SECONDS))) {
                assertThat(events.hasNext()).isFalse();
            }
        });

        assertThat(refused.status()).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void are_refused_to_a_stranger() {
        try (Client stranger = SharedNetwork.open().as(SuiteIdentities.foreign(new MemberId("AU")), "AU")) {
            Observed refused = observe("events/certificate of a foreign authority", "events", () -> {
                try (CloseableIterator<ChaincodeEvent> events = stranger.channel()
                        .getChaincodeEvents(
                                network().chaincode(), options -> options.withDeadlineAfter(10, TimeUnit.SECONDS))) {
                    assertThat(events.hasNext()).isFalse();
                }
            });

            assertThat(refused.status()).isEqualTo("PERMISSION_DENIED");
        }
    }

    private static org.hyperledger.fabric.client.Checkpoint after(long block, String transactionId) {
        return new org.hyperledger.fabric.client.Checkpoint() {
            @Override
            public java.util.OptionalLong getBlockNumber() {
                return java.util.OptionalLong.of(block);
            }

            @Override
            public java.util.Optional<String> getTransactionId() {
                return java.util.Optional.of(transactionId);
            }
        };
    }
}
