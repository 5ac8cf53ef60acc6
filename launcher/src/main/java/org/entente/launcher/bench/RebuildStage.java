package org.entente.launcher.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.ledger.PeerEndpoint;

/** A node of the audience with nothing but its evidence: no peer answers it, so that only the rebuild is measured. */
final class RebuildStage implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int POOL = 4;

    private final EmbeddedPostgres server;
    private final ServerSocket silence;
    private final MemberNode node;
    private final int expected;

    private RebuildStage(EmbeddedPostgres server, ServerSocket silence, MemberNode node, int expected) {
        this.server = server;
        this.silence = silence;
        this.node = node;
        this.expected = expected;
    }

    static RebuildStage start(Path folder, SampleLedger ledger, MemberNodeConfig audience)
            throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("fsync", "on")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Calls are taken and never answered: a peer that refused them would be asked again and again.
        ServerSocket silence = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try {
            MemberNodeConfig config =
                    alone(audience, server.getJdbcUrl("postgres", "postgres"), silence.getLocalPort());
            // The first start makes the tables.
            MemberNode.start(config).close();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                EvidenceLoad.load(connection, ledger);
            }
            return new RebuildStage(server, silence, MemberNode.start(config), ledger.statements());
        } catch (RuntimeException | SQLException | IOException e) {
            silence.close();
            server.close();
            throw e;
        }
    }

    private static MemberNodeConfig alone(MemberNodeConfig config, String url, int port) {
        PeerEndpoint nobody = new PeerEndpoint("localhost", port, config.peer().tlsRootPem(), Optional.empty());
        return new MemberNodeConfig(
                config.identity(),
                config.names(),
                nobody,
                config.signer(),
                config.signatures(),
                SampleRules.BOOK,
                new DatabaseSettings.Jdbc(url, "postgres", "postgres", POOL),
                config.clock(),
                config.deadlines(),
                config.dispatch(),
                config.random(),
                config.idSecret(),
                config.interceptors(),
                config.redelivery());
    }

    /** Wipes the folded state and folds it again. */
    void rebuild() throws InterruptedException, SQLException {
        if (!node.rebuild(LONGEST)) {
            throw new IllegalStateException("the rebuild took more than an hour");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from statement where standing = 'STANDS'");
                ResultSet row = count.executeQuery()) {
            row.next();
            if (row.getLong(1) != expected) {
                throw new IllegalStateException(
                        row.getLong(1) + " statements stand after the rebuild, not " + expected);
            }
        }
    }

    @Override
    public void close() throws IOException {
        node.close();
        silence.close();
        server.close();
    }
}
