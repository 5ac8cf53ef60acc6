package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.client.ledger.Deadlines;
import org.entente.client.stage.Faults;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnknownOutcomeTest {
    private static final Deadlines SHORT =
            new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(2));

    private final Faults faults = new Faults();
    private TestNetwork network;
    private MemberNode au;
    private MemberNode cn;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        au = MemberNode.start(
                network.config(AU).withInterceptors(List.of(faults)).withDeadlines(SHORT));
        cn = MemberNode.start(network.config(CN));
        said(au, Requests.raise(CN, "tally-1", 1));
    }

    @AfterEach
    void stop() {
        au.close();
        cn.close();
        network.close();
    }

    @Test
    void a_lost_answer_of_submit_doubles_nothing() throws Exception {
        faults.loseAnswers("Submit", 2);
        sayAndCompare();
    }

    @Test
    void a_lost_request_of_submit_loses_nothing() throws Exception {
        faults.loseRequests("Submit", 2);
        sayAndCompare();
        assertThat(faults.calls("Submit")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_lost_answer_of_commit_status_is_asked_for_again() throws Exception {
        faults.loseAnswers("CommitStatus", 3);
        sayAndCompare();
    }

    @Test
    void a_lost_answer_of_endorse_consumes_no_number() throws Exception {
        faults.loseAnswers("Endorse", 2);
        sayAndCompare();
    }

    @Test
    void a_batch_whose_instance_was_closed_in_the_middle_is_settled_by_the_next() throws Exception {
        // Nothing more is heard of the batch here: neither whether it was taken nor whether it stands.
        faults.loseAnswers("Submit", 1_000)
                .loseAnswers("CommitStatus", 1_000)
                .loseAnswers("DeliverWithPrivateData", 1_000);
        var id = org.entente.client.stage.Play.accepted(au, Requests.raise(CN, "tally-1", 1));
        int before = faults.calls("CommitStatus");
        org.entente.client.stage.Until.isTrue(() -> faults.calls("CommitStatus") > before);
        au.close();
        au = MemberNode.start(network.config(AU));
        org.entente.client.stage.Play.settled(au, id);
        said(au, Requests.raise(CN, "tally-1", 1));
        assertThat(total(au, CN, "tally-1")).isEqualTo(3);
        awaitSame(au, cn);
    }

    private void sayAndCompare() throws Exception {
        said(au, Requests.raise(CN, "tally-1", 1));
        said(au, Requests.raise(CN, "tally-1", 1));
        assertThat(total(au, CN, "tally-1")).isEqualTo(3);
        awaitSame(au, cn);
        assertThat(cn.shown().quarantined(0).items()).isEmpty();
    }
}
