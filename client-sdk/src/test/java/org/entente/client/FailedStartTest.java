package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.stage.Databases;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartTest {
    @Test
    void a_node_that_does_not_start_leaves_no_connection_and_no_thread(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            DatabaseSettings.Jdbc database = network.database(AU);
            MemberNode.start(network.config(AU)).close();
            long threads = threads();
            assertThatThrownBy(() -> MemberNode.start(network.config(CN, database)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("belongs to another member");
            assertThatThrownBy(() -> MemberNode.start(withShortSecret(network.config(AU))))
                    .isInstanceOf(IllegalArgumentException.class);
            Until.isTrue(() -> connections(database) == 0);
            Until.isTrue(() -> threads() <= threads);
            try (MemberNode node = MemberNode.start(network.config(AU))) {
                assertThat(node.self()).isEqualTo(AU);
            }
        }
    }

    private static MemberNodeConfig withShortSecret(MemberNodeConfig config) {
        return new MemberNodeConfig(
                config.identity(),
                config.names(),
                config.peer(),
                config.signer(),
                config.signatures(),
                config.rules(),
                config.database(),
                config.clock(),
                config.deadlines(),
                config.dispatch(),
                config.random(),
                new byte[3],
                config.interceptors(),
                config.redelivery());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("entente "))
                .count();
    }

    private static long connections(DatabaseSettings.Jdbc database) throws Exception {
        try (Connection connection = Databases.connect(database);
                Statement count = connection.createStatement();
                ResultSet row = count.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
