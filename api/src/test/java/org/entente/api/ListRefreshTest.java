package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Each answer takes a while, and a look for what is due comes every ten seconds only. */
    @Test
    void many_lists_of_a_slow_partner_are_all_asked_for_without_a_pause() {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        Roads.answer("au.example", uri -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            asked.add(uri.toString());
            return Optional.of(new OutboundOutcome.Failed(OutboundFault.TOO_SLOW, ""));
        });
        JdbcClient database = SG.part(JdbcClient.class);
        assertThat(database.sql("insert into api.partner_list (address, issuer, used_at) select"
                                + " 'https://au.example/many/' || n, 'did:web:au.example', now()"
                                + " from generate_series(1, 60) n")
                        .update())
                .isEqualTo(60);
        try {
            Until.holds(
                    () -> asked.stream()
                            .filter(address -> address.contains("/many/"))
                            .count(),
                    count -> count == 60);
        } finally {
            database.sql("delete from api.partner_list").update();
        }
    }
}
