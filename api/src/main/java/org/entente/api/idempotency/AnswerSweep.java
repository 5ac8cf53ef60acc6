package org.entente.api.idempotency;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets stored answers after a month: nobody repeats a request as late, and effects are protected by their own rules. */
@Component
@EnableScheduling
class AnswerSweep {
    private final JdbcClient database;

    AnswerSweep(JdbcClient database) {
        this.database = database;
    }

    /** Every instance does it; what another has deleted is no work. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void sweep() {
        database.sql("delete from api.idempotency where made_at < now() - interval '30 days'")
                .update();
    }
}
