package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Stage STAGE = Stage.shared();
    private static final String ALL = "ready\ndatabase: reached\nledger: reached\n";
    private static final Api FIRST = STAGE.start("SG");
    private static final Api SECOND = STAGE.start("SG");

    @AfterAll
    static void end() {
        FIRST.close();
        SECOND.close();
    }

    private static Answer asked(Api api, String path) {
        return api.send(HttpRequest.newBuilder(api.at(path)));
    }

    private static void allIsReached(Api api) {
        Until.holds(() -> asked(api, "/health/ready"), answer -> answer.text().equals(ALL))
                .expect(200);
    }

    @Test
    void says_to_anybody_that_it_lives_and_is_ready_whichever_instance_follows_the_ledger() {
        for (Api api : new Api[] {FIRST, SECOND}) {
            assertThat(asked(api, "/health").expect(200).text()).isEqualTo("up\n");
            allIsReached(api);
        }
    }

    @Test
    void is_ready_while_the_ledger_is_away_and_says_since_when() {
        allIsReached(FIRST);
        allIsReached(SECOND);
        Instant before = Instant.now().minus(Duration.ofSeconds(10));
        STAGE.away("SG");
        try {
            for (Api api : new Api[] {FIRST, SECOND}) {
                String said = Until.holds(
                                () -> asked(api, "/health/ready").expect(200),
                                answer -> answer.text().contains("ledger: away since "))
                        .text();
                assertThat(said).startsWith("ready\ndatabase: reached\nledger: away since ");
                assertThat(Instant.parse(
                                said.substring(said.indexOf("since ") + 6).strip()))
                        .isBetween(before, Instant.now());
                assertThat(asked(api, "/verify").status()).isEqualTo(200);
            }
        } finally {
            STAGE.back("SG");
        }
        allIsReached(FIRST);
        allIsReached(SECOND);
    }

    @Test
    void is_not_ready_while_the_database_is_gone_and_lives_all_the_same() {
        allIsReached(FIRST);
        STAGE.databaseAway("SG");
        try {
            String said = asked(FIRST, "/health/ready").expect(503).text();
            assertThat(said).matches("not ready\ndatabase: away\nledger: (?:reached|unknown)\n");
            assertThat(asked(FIRST, "/health").expect(200).text()).isEqualTo("up\n");
        } finally {
            STAGE.databaseBack("SG");
        }
        allIsReached(FIRST);
    }
}
