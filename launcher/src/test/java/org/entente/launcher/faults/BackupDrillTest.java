package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.launcher.faults.Stage.AU;
import static org.entente.launcher.faults.Stage.CN;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill of docs/guides/backup.md: a member's database is copied under load, more is said, the database is lost, and the older
 * copy takes its place.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BackupDrillTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int BEFORE = 20;
    private static final int AFTER = 40;

    private Path folder;
    private Stage stage;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        stage = new Stage(folder.resolve("network"), builder -> builder);
        stage.start(AU);
        stage.start(CN);
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    private Acceptance say(String number) {
        try {
            return stage.node(AU)
                    .outbox()
                    .accept(InstanceRequests.statement(
                            Certificates.issue(number).line()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private StatementId accepted(String number) {
        return switch (say(number)) {
            case Acceptance.Accepted(var receipt) -> receipt.id();
            case Acceptance other -> throw new AssertionError(other);
        };
    }

    private boolean settled(StatementId id) {
        return stage.node(AU)
                .outbox()
                .status(id)
                .filter(status -> status.progress() instanceof Progress.Final)
                .isPresent();
    }

    private void settled(Iterable<StatementId> ids) {
        ids.forEach(id -> Await.until("final", SOON, () -> settled(id)));
    }

    private void bothSidesAgree() {
        Optional<Pair> pair = Optional.of(Pair.of(AU, CN));
        Await.until(
                "both sides agree",
                SOON,
                () -> stage.node(AU)
                        .state()
                        .digest(pair)
                        .equals(stage.node(CN).state().digest(pair)));
    }

    @Test
    void a_restored_database_that_is_older_than_the_ledger_comes_to_everything_acknowledged_exactly_once()
            throws IOException, SQLException, InterruptedException {
        Map<String, StatementId> acknowledged = new ConcurrentSkipListMap<>();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread load = Thread.ofPlatform().start(() -> {
            for (int i = 0; goesOn.get() || i < BEFORE + AFTER; i++) {
                String number = "B" + i;
                acknowledged.put(number, accepted(number));
            }
        });
        Await.until("load", SOON, () -> acknowledged.size() >= BEFORE);
        OnlineBackup.take(stage.postgres(), folder.resolve("backup"));
        int copied = acknowledged.size();
        Await.until("more is said", SOON, () -> acknowledged.size() >= copied + AFTER);
        goesOn.set(false);
        load.join();
        settled(acknowledged.values());
        bothSidesAgree();
        // One more, which nobody but the lost database knows: its peer is away.
        stage.network().stopPeer(AU);
        StatementId unsaid = accepted("unsaid");
        List<String> statements = stage.tables(CN).statements();
        stage.node(AU).close();

        stage.restore(
                AU,
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("backup"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("max_connections", "200")
                        .start());
        int known = stage.tables(AU).outbox().size();
        assertThat(known).isBetween(BEFORE, acknowledged.size() - 1);
        stage.network().startPeer(AU);
        stage.start(AU);

        bothSidesAgree();
        assertThat(stage.tables(AU).statements()).isEqualTo(statements).hasSize(acknowledged.size());
        assertThat(stage.node(AU).outbox().status(unsaid)).isEmpty();

        Map<String, StatementId> again = new TreeMap<>();
        acknowledged
                .keySet()
                .forEach(number -> again.put(
                        number,
                        switch (say(number)) {
                            case Acceptance.Accepted(var receipt) -> receipt.id();
                            case Acceptance.Repeated(var receipt) -> receipt.id();
                            case Acceptance other -> throw new AssertionError(other);
                        }));
        assertThat(again).isEqualTo(acknowledged);
        assertThat(accepted("unsaid")).isEqualTo(unsaid);
        settled(again.values());
        settled(List.of(unsaid, accepted("new")));

        bothSidesAgree();
        for (MemberTables tables : List.of(stage.tables(AU), stage.tables(CN))) {
            assertThat(tables.statements()).hasSize(acknowledged.size() + 2).containsAll(statements);
            assertThat(tables.doubled()).isEmpty();
            assertThat(tables.holes()).isEmpty();
            assertThat(tables.oddities()).isEmpty();
        }
        System.out.println(
                "backup drill: " + acknowledged.size() + " acknowledged, " + known + " of them known to the copy");
    }
}
