package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.standing;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.client.ledger.Deadlines;
import org.entente.client.show.Page;
import org.entente.client.stage.Faults;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.UncheckedClient;
import org.entente.client.stage.Until;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.statement.StatementId;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed envelope that nobody takes any more, or that is lost: a new one for the same batch, and never two that count. */
class EnvelopeLifeTest {
    private static final Deadlines SHORT =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(1));
    private static final int FOR_EVER = 1_000_000;

    private final Faults faults = new Faults();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private TestNetwork network;
    private MemberNode au;
    private MemberNode cn;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        au = instance();
        cn = MemberNode.start(network.config(CN));
        said(au, Requests.raise(CN, "tally-1", 1));
    }

    private MemberNode instance() {
        return MemberNode.start(network.config(AU)
                .withInterceptors(List.of(faults))
                .withDeadlines(SHORT)
                .withClock(() -> Instant.now().plus(ahead.get())));
    }

    @AfterEach
    void stop() {
        au.close();
        cn.close();
        network.close();
    }

    @Test
    void an_envelope_that_is_refused_is_replaced_and_cannot_count_beside_its_successor() throws Exception {
        int endorsed = faults.calls("Endorse");
        faults.refuse("Submit", Status.Code.FAILED_PRECONDITION, 1);
        said(au, Requests.raise(CN, "tally-1", 10));
        assertThat(faults.calls("Endorse")).isGreaterThan(endorsed + 1);
        theFirstEnvelopeComesLateAndCountsForNothing();
    }

    @Test
    void an_envelope_that_was_lost_for_too_long_is_replaced() throws Exception {
        int endorsed = faults.calls("Endorse");
        faults.loseRequests("Submit", FOR_EVER);
        StatementId id = accepted(au, Requests.raise(CN, "tally-1", 10));
        Until.isTrue(() -> faults.lost().size() >= 2);
        assertThat(faults.calls("Endorse")).isEqualTo(endorsed + 1);
        ahead.set(Duration.ofMinutes(11));
        Until.isTrue(() -> faults.calls("Endorse") > endorsed + 1);
        faults.loseRequests("Submit", 0);
        assertThat(standing(au, id)).isEqualTo(Standing.STANDS);
        theFirstEnvelopeComesLateAndCountsForNothing();
    }

    @Test
    void an_envelope_of_which_nothing_is_heard_but_that_stands_gets_no_successor() throws Exception {
        // A new instance, since the stream of blocks that the first one has open would tell it.
        au.close();
        faults.loseAnswers("Submit", FOR_EVER)
                .loseAnswers("CommitStatus", FOR_EVER)
                .loseAnswers("DeliverWithPrivateData", FOR_EVER);
        au = instance();
        StatementId id = accepted(au, Requests.raise(CN, "tally-1", 10));
        Until.isTrue(() -> total(cn, AU, "tally-1") == 11);
        int endorsed = faults.calls("Endorse");
        ahead.set(Duration.ofMinutes(11));
        Until.isTrue(() -> faults.calls("Endorse") > endorsed);
        for (String method : List.of("Submit", "CommitStatus", "DeliverWithPrivateData")) {
            faults.loseAnswers(method, 0);
        }
        // Its open stream of blocks stays deaf: the next instance finds the batch prepared, and hears again.
        au.close();
        au = instance();
        assertThat(standing(au, id)).isEqualTo(Standing.STANDS);
        nothingIsDoubled();
    }

    private void theFirstEnvelopeComesLateAndCountsForNothing() throws Exception {
        try (UncheckedClient late = new UncheckedClient(network.network().endpoint(AU))) {
            late.deliver((SubmitRequest) faults.lost().getFirst());
        }
        nothingIsDoubled();
    }

    private void nothingIsDoubled() throws Exception {
        said(au, Requests.raise(CN, "tally-1", 2));
        awaitSame(au, cn);
        assertThat(total(au, CN, "tally-1")).isEqualTo(13);
        assertThat(cn.shown().quarantined(Page.START).items()).isEmpty();
    }
}
