package org.entente.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.client.show.Followed;
import org.entente.client.show.Vitals;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.junit.jupiter.api.Test;

/** The shipped alerts fire when they should, and speak of nothing that no instance tells. */
class AlertsTest {
    private static final Path WATCH = Path.of("..", "network", "watch");
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId CN = new MemberId("CN");
    private static final StreamId STREAM = new StreamId(AU, CN);
    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

    private static final Vitals EVERYTHING = new Vitals(
            new Followed(7, Optional.of(THEN)),
            true,
            List.of(new Vitals.Waiting(CN, 1, THEN)),
            List.of(new Vitals.Trouble(CN, "LEDGER_UNREACHABLE", THEN)),
            List.of(new Vitals.Folded(STREAM, 3)),
            List.of(new Vitals.Missing("AU-CN", 1, THEN)),
            List.of(new Vitals.Quarantined("AU-CN", 1)),
            List.of(new Vitals.WithoutEffect(STREAM, Standing.OVERTAKEN, 1)),
            List.of(new Vitals.Incidents("BLOCK_ODD", 1, THEN)));

    private static Set<String> names(String text) {
        return Pattern.compile("entente_[a-z_]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_metric_of_the_ledger_that_an_alert_asks_for_is_told() throws IOException {
        Gauges gauges = new Gauges(AU);
        LedgerMetrics.tell(gauges, EVERYTHING, true);
        Set<String> asked = names(Files.readString(WATCH.resolve("alerts.yaml")));
        Set<String> told = new TreeSet<>();
        gauges.snapshots().forEach(snapshot -> told.add(snapshot.getMetadata().getPrometheusName()));
        // MetricsTest scrapes these from an instance.
        told.addAll(Set.of(
                "entente_database_up",
                "entente_certificate_not_after_timestamp_seconds",
                "entente_key_valid_until_timestamp_seconds",
                "entente_provisional_open_oldest_timestamp_seconds",
                "entente_webhook_messages_waiting"));
        assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(told);
    }

    @Test
    void each_alert_fires_for_its_case_and_not_for_the_nearest_other() throws Exception {
        Optional<Path> promtool = onPath();
        if (System.getenv("CI") == null) {
            assumeTrue(promtool.isPresent(), "SKIPPED: promtool is not on the PATH");
        }
        Process process = new ProcessBuilder(promtool.orElseThrow().toString(), "test", "rules", "alerts-test.yaml")
                .directory(WATCH.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static Optional<Path> onPath() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
