package org.entente.api.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.api.stage.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ListShelfTest {
    private static final JdbcClient DATABASE = Databases.migrated();
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");
    private static final Instant LATELY = NOW.minus(Duration.ofDays(14));

    private final ListShelf shelf = new ListShelf(DATABASE);

    @BeforeEach
    void nothing() {
        DATABASE.sql("delete from api.partner_list").update();
    }

    private void used(String address, String issuer, Instant at) {
        shelf.noteUse(address, issuer, at);
    }

    /** A copy of an hour, of which some minutes are left. */
    private void kept(String address, String issuer, int minutes, Optional<Instant> validUntil) {
        Instant fresh = NOW.plus(Duration.ofMinutes(minutes));
        used(address, issuer, NOW);
        DATABASE.sql("update api.partner_list set secured = '', valid_from = ?, valid_until = ?::timestamptz,"
                        + " retrieved_at = ?, fresh_until = ? where address = ?")
                .param(Timestamp.from(NOW))
                .param(validUntil.map(Timestamp::from).orElse(null))
                .param(Timestamp.from(fresh.minus(Duration.ofHours(1))))
                .param(Timestamp.from(fresh))
                .param(address)
                .update();
    }

    @Test
    void a_use_is_noted_again_after_ten_minutes() {
        assertThat(shelf.find("one").isNoted(NOW)).isFalse();
        used("one", "A", NOW);
        assertThat(shelf.find("one").isNoted(NOW.plus(Duration.ofMinutes(10)))).isTrue();
        Instant later = NOW.plus(Duration.ofMinutes(10)).plusMillis(1);
        assertThat(shelf.find("one").isNoted(later)).isFalse();
        used("one", "A", later);
        assertThat(shelf.find("one").isNoted(later.plus(Duration.ofMinutes(10))))
                .isTrue();
    }

    @Test
    void copies_that_end_first_are_renewed_first_and_what_nobody_could_fetch_last() {
        used("never", "A", NOW);
        kept("later", "A", 20, Optional.empty());
        kept("sooner", "B", 10, Optional.empty());
        kept("fresh", "B", 40, Optional.empty());
        assertThat(shelf.due(LATELY, NOW, 10))
                .extracting(ListShelf.Due::address)
                .containsExactly("sooner", "later", "never");
    }

    @Test
    void an_issuer_with_many_lists_does_not_stand_before_the_others() {
        for (int i = 0; i < 30; i++) {
            kept("many/" + i, "A", -i, Optional.empty());
        }
        kept("one", "B", 20, Optional.empty());
        assertThat(shelf.due(LATELY, NOW, 5))
                .hasSize(6)
                .extracting(ListShelf.Due::address)
                .startsWith("many/29")
                .contains("one");
    }

    @Test
    void what_nobody_used_for_long_goes_once_nobody_can_rely_on_it() {
        Instant longAgo = LATELY.minusSeconds(1);
        kept("serves", "A", -60, Optional.of(NOW.plusSeconds(1)));
        kept("ended", "A", -60, Optional.of(NOW.minusSeconds(1)));
        used("never", "A", longAgo);
        DATABASE.sql("update api.partner_list set used_at = ?")
                .param(Timestamp.from(longAgo))
                .update();
        kept("in-use", "A", -60, Optional.of(NOW.minusSeconds(1)));
        assertThat(shelf.forget(LATELY, NOW)).isEqualTo(2);
        assertThat(DATABASE.sql("select address from api.partner_list order by 1")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("in-use", "serves");
    }
}
