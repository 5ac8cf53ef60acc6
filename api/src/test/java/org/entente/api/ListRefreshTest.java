package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.entente.api.outbound.OutboundFault;
import org.entente.api.outbound.OutboundOutcome;
import org.entente.api.stage.Api;
import org.entente.api.stage.Roads;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists in use are asked for again, however slow their partner is. */
class ListRefreshTest {
    private static final Api SG = Stage.shared().start("SG", Roads.settings());

    /**
     * Each answer takes a while, and a look for what is due comes every ten seconds only: with a pause after each dozen, as it
     * once was, this takes longer than anybody waits here.
     */
    @Test
    void many_lists_of_slow_partners_are_all_asked_for_without_a_pause() {
        JdbcClient database = SG.part(JdbcClient.class);
        for (String partner : new String[] {"au", "cn"}) {
            Roads.answer(partner + ".example", uri -> {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                return Optional.of(new OutboundOutcome.Failed(OutboundFault.TOO_SLOW, ""));
            });
            assertThat(database.sql("insert into api.partner_list (address, issuer, used_at) select"
                                    + " 'https://' || ? || '.example/many/' || n, 'did:web:' || ? || '.example', now()"
                                    + " from generate_series(1, 100) n")
                            .param(partner)
                            .param(partner)
                            .update())
                    .isEqualTo(100);
        }
        try {
            // Not those that this instance's roads saw: every instance of the member takes its turns.
            Until.holds(
                    () -> database.sql("select count(*) from api.partner_list"
                                    + " where address like '%/many/%' and failures > 0")
                            .query(Integer.class)
                            .single(),
                    count -> count == 200);
        } finally {
            database.sql("delete from api.partner_list").update();
        }
    }
}
