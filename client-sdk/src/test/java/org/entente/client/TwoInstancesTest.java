package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.awaitTotal;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.client.database.DatabaseFailure;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoInstancesTest {
    private TestNetwork network;
    private MemberNode one;
    private MemberNode two;
    private MemberNode partner;

    @BeforeEach
    void start(@TempDir Path folder) {
        network = TestNetwork.start(folder);
        one = MemberNode.start(network.config(AU));
        two = MemberNode.start(network.config(AU));
        partner = MemberNode.start(network.config(CN));
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        partner.close();
        network.close();
    }

    @Test
    void of_two_parallel_uses_beyond_the_balance_exactly_one_stands() throws Exception {
        for (int round = 0; round < 10; round++) {
            String tally = "tally-" + round;
            StatementRequest left = Requests.raise(CN, tally, 60);
            StatementRequest right = Requests.raise(CN, tally, 60);
            List<Progress> ends =
                    atOnce(() -> settled(one, accepted(one, left)), () -> settled(two, accepted(two, right)));
            assertThat(ends).hasAtLeastOneElementOfType(Progress.Final.class);
            assertThat(ends).hasAtLeastOneElementOfType(Progress.Refused.class);
            assertThat(total(one, CN, tally)).isEqualTo(60);
        }
        awaitSame(one, partner);
    }

    @Test
    void one_request_at_two_instances_is_one_statement() throws Exception {
        StatementRequest request = Requests.raise(CN, "tally-1", 10);
        List<Acceptance> answers =
                atOnce(() -> one.outbox().accept(request), () -> two.outbox().accept(request));
        assertThat(answers).hasAtLeastOneElementOfType(Acceptance.Accepted.class);
        assertThat(answers).hasAtLeastOneElementOfType(Acceptance.Repeated.class);
        said(two, Requests.raise(CN, "tally-1", 1));
        assertThat(total(one, CN, "tally-1")).isEqualTo(11);
    }

    @Test
    void the_other_instance_takes_over_what_a_closed_one_accepted() throws Exception {
        said(one, Requests.raise(CN, "tally-1", 1));
        StatementId id = accepted(one, Requests.raise(CN, "tally-1", 1));
        one.close();
        assertThat(settled(two, id)).isInstanceOf(Progress.Final.class);
        said(two, Requests.raise(CN, "tally-1", 1));
        assertThat(total(two, CN, "tally-1")).isEqualTo(3);
        awaitSame(two, partner);
    }

    @Test
    void nothing_is_lost_or_doubled_when_all_database_connections_break_again_and_again() throws Exception {
        List<StatementRequest> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            requests.add(Requests.raise(CN, "tally-" + i % 6, 1));
        }
        for (int i = 0; i < requests.size(); i++) {
            if (i % 20 == 10) {
                Databases.cutConnections(network.database(AU));
            }
            acceptInsistently(i % 2 == 0 ? one : two, requests.get(i));
        }
        for (int i = 0; i < 6; i++) {
            awaitTotal(two, CN, "tally-" + i, 10);
        }
        awaitSame(one, partner);
    }

    /** As a client does that was told nothing: the same request again. */
    private static void acceptInsistently(MemberNode node, StatementRequest request) throws Exception {
        Until.isTrue(() -> {
            try {
                Acceptance answer = node.outbox().accept(request);
                return answer instanceof Acceptance.Accepted || answer instanceof Acceptance.Repeated;
            } catch (DatabaseFailure e) {
                return false;
            }
        });
    }

    private static <T> List<T> atOnce(Callable<T> left, Callable<T> right) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(List.of(left, right))) {
                results.add(each.get());
            }
            return results;
        }
    }
}
