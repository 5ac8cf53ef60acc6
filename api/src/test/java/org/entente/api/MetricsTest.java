package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.api.account.Role;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a Prometheus server reads from an instance that was told to answer it. */
class MetricsTest {
    private static final Stage STAGE = Stage.shared();
    private static final int PORT = free();
    private static final Api CN = STAGE.start("CN", "--entente.metrics.port=" + PORT);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void end() {
        CN.close();
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scraped(int port) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a sample and gives its value. */
    private static double sample(String series) {
        Pattern line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE);
        Matcher found = line.matcher(
                Until.holds(() -> scraped(PORT), text -> line.matcher(text).find()));
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    @Test
    void tells_that_ledger_and_database_are_reached_and_how_long_its_certificates_last() {
        assertThat(sample("entente_database_up{member=\"CN\"}")).isEqualTo(1);
        Until.holds(() -> sample("entente_ledger_reached{member=\"CN\"}"), reached -> reached == 1);
        assertThat(sample("entente_ledger_next_block{member=\"CN\"}")).isPositive();
        assertThat(sample("entente_certificate_not_after_timestamp_seconds{member=\"CN\",use=\"node\"}"))
                .isGreaterThan((double) Instant.now().getEpochSecond());
        assertThat(scraped(PORT)).contains("jvm_memory_used_bytes{").contains("hikaricp_connections_active{");
    }

    @Test
    void tells_what_is_missing_and_since_when_and_nothing_of_what_was_said() {
        Api au = STAGE.au();
        au.account("metrics-exporter", au.organisation("Watched Wines"), Role.EXPORTER);
        au.account("metrics-officer", au.organisation("Watched office"), Role.ISSUING_OFFICER);
        CN.account("metrics-officer", CN.organisation("Watched abroad"), Role.VERIFYING_OFFICER);
        Instant before = Instant.now();
        STAGE.awayAndWithheld("CN");
        String id;
        try {
            id = new Issuance(au, "metrics-exporter", "metrics-officer").issued();
        } finally {
            STAGE.back("CN");
        }
        try {
            assertThat(sample("entente_values_missing{collection=\"AU-CN\",member=\"CN\"}"))
                    .isPositive();
            assertThat(sample("entente_values_missing_oldest_timestamp_seconds{collection=\"AU-CN\",member=\"CN\"}"))
                    .isGreaterThanOrEqualTo((double) before.getEpochSecond());
        } finally {
            STAGE.withholdNoMore("CN");
        }
        Until.holds(() -> scraped(PORT), text -> !text.contains("entente_values_missing{"));
        assertThat(CN.get("metrics-officer", "/v1/inbox/" + id).status()).isEqualTo(200);
        String all = Until.holds(() -> scraped(PORT), text -> text.contains("uri=\"/v1/inbox/{certificate}\""));
        assertThat(all).doesNotContain(id).doesNotContain("metrics-officer").doesNotContain("Watched");
    }

    @Test
    void tells_that_a_statement_waits_for_the_ledger_and_since_when() {
        CN.account("metrics-admin", CN.organisation("Watched waiting"), Role.VERIFYING_OFFICER);
        Api au = STAGE.au();
        au.account("waiting-exporter", au.organisation("Waiting"), Role.EXPORTER);
        au.account("waiting-officer", au.organisation("Waiting office"), Role.ISSUING_OFFICER);
        String id = new Issuance(au, "waiting-exporter", "waiting-officer").issued();
        Until.holds(
                () -> CN.get("metrics-admin", "/v1/inbox/" + id),
                answer -> answer.status() == 200 && !answer.text("/answer").equals("COULD_NOT_CHECK"));
        STAGE.away("CN");
        try {
            CN.send(CN.post("metrics-admin", "/v1/inbox/" + id + "/acknowledgement", "{\"outcome\":\"accepted\"}"));
            assertThat(sample("entente_statements_unacknowledged{audience=\"AU\",member=\"CN\"}"))
                    .isEqualTo(1);
            assertThat(
                            sample(
                                    "entente_statements_unacknowledged_oldest_timestamp_seconds{audience=\"AU\",member=\"CN\"}"))
                    .isPositive();
        } finally {
            STAGE.back("CN");
        }
        Until.holds(() -> scraped(PORT), text -> !text.contains("entente_statements_unacknowledged{"));
    }

    @Test
    void tells_that_the_database_is_away_and_nothing_old() {
        STAGE.databaseAway("CN");
        try {
            assertThat(sample("entente_database_up{member=\"CN\"}")).isZero();
            assertThat(scraped(PORT)).doesNotContain("entente_ledger_next_block{");
        } finally {
            STAGE.databaseBack("CN");
        }
        Until.holds(() -> scraped(PORT), text -> text.contains("entente_ledger_next_block{"));
    }

    @Test
    void answers_nowhere_unless_told_to_and_never_where_callers_are_answered() {
        int port = free();
        try (Api silent = STAGE.start("SG")) {
            assertThat(silent.send(HttpRequest.newBuilder(silent.at("/metrics")))
                            .status())
                    .isNotEqualTo(200);
            assertThatThrownBy(() -> scraped(port)).hasCauseInstanceOf(ConnectException.class);
        }
    }
}
