package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.SOON;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.ShownStatement;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TallyRules;
import org.entente.client.stage.TestNetwork;
import org.entente.model.member.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that stores something of its own with a statement: both, or neither. */
class CallersTransactionTest {
    private TestNetwork network;
    private DataSource connections;
    private MemberNode node;

    @BeforeEach
    void start(@TempDir Path folder) {
        network = TestNetwork.start(folder);
        connections = Database.unpooled(network.database(AU));
        node = MemberNode.start(network.config(AU, new DatabaseSettings.Given(connections)));
    }

    @AfterEach
    void stop() {
        node.close();
        network.close();
    }

    @Test
    void what_rolls_back_is_not_said_and_its_key_is_free() throws Exception {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(node.outbox().acceptIn(connection, Requests.raise("k", CN, "one", 1)))
                    .isInstanceOf(Acceptance.Accepted.class);
            connection.rollback();
        }
        assertThat(node.outbox().open(CN, "one")).isEmpty();
        assertThat(node.outbox().accept(Requests.raise("k", CN, "two", 2))).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void what_commits_is_said_once() throws Exception {
        StatementRequest request = Requests.raise(CN, "three", 3);
        Acceptance.Accepted first = (Acceptance.Accepted) committed(request);
        assertThat(committed(request)).isEqualTo(new Acceptance.Repeated(first.receipt()));
        assertThat(committed(Requests.raise(request.key(), CN, "three", 4))).isInstanceOf(Acceptance.KeyReused.class);

        assertThat(settled(node, first.receipt().id())).isInstanceOf(Progress.Final.class);
        assertThat(node.shown().newest(new StreamId(AU, CN), TallyRules.RAISED.name(), Long.MAX_VALUE, 10))
                .extracting(ShownStatement::id)
                .containsExactly(first.receipt().id());
        assertThat(node.shown().newest(new StreamId(AU, CN), TallyRules.RAISED.name(), 1, 10))
                .isEmpty();
    }

    @Test
    void what_nobody_announced_is_found_all_the_same() throws Exception {
        Acceptance.Accepted accepted;
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            accepted = (Acceptance.Accepted) node.outbox().acceptIn(connection, Requests.raise(CN, "four", 4));
            connection.commit();
        }
        assertThat(node.outbox().awaitFinal(accepted.receipt().id(), SOON))
                .hasValueSatisfying(status -> assertThat(status.progress()).isInstanceOf(Progress.Final.class));
    }

    private Acceptance committed(StatementRequest request) throws Exception {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            Acceptance answer = node.outbox().acceptIn(connection, request);
            connection.commit();
            node.outbox().announce(CN);
            return answer;
        }
    }
}
