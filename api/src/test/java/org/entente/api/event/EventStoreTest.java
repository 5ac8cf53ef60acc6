package org.entente.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.event.Event.Officers;
import org.entente.api.stage.Databases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventStoreTest {
    private static final JdbcClient DATABASE = Databases.migrated();
    private static final UUID EXPORTER = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-05-03T00:00:00Z");

    private final EventStore events = new EventStore(DATABASE);

    private void happens(EventType type, Officers officers, UUID organisation) {
        events.add(type, officers, Optional.of(organisation), AT, "{}");
    }

    @Test
    void gives_each_reader_what_its_scope_names() {
        DATABASE.sql("delete from api.event").update();
        happens(EventType.APPLICATION_APPLIED, Officers.ISSUING, EXPORTER);
        happens(EventType.CERTIFICATE_RECEIVED, Officers.VERIFYING, new UUID(2, 2));
        happens(EventType.CERTIFICATE_ISSUED, Officers.ISSUING, new UUID(2, 2));
        assertThat(events.place(10)).isEqualTo(3);
        assertThat(count(Set.of(), Set.of())).isZero();
        assertThat(count(Set.of(), Set.of(EXPORTER))).isEqualTo(1);
        assertThat(count(Set.of(Officers.ISSUING), Set.of())).isEqualTo(2);
        assertThat(count(Set.of(Officers.VERIFYING), Set.of(EXPORTER))).isEqualTo(2);
    }

    private int count(Set<Officers> officers, Set<UUID> organisations) {
        return events.after(new EventScope(officers, organisations), 0, 10).size();
    }

    @Test
    void an_exporters_question_goes_by_the_index_of_its_organisation() {
        DATABASE.sql("delete from api.event").update();
        DATABASE.sql("insert into api.event (position, at, type, officers, organisation, data) select n, now(),"
                        + " 'certificate.issued', 'ISSUING', gen_random_uuid(), '{}' from generate_series(1, 20000) n")
                .update();
        EventScope exporter = new EventScope(Set.of(), Set.of(EXPORTER));
        EventScope officers = new EventScope(Set.of(Officers.VERIFYING), Set.of());
        assertThat(plan(exporter)).contains("event_of_organisation");
        assertThat(plan(officers)).contains("event_of_officers");
    }

    private static String plan(EventScope scope) {
        DATABASE.sql("analyze api.event").update();
        JdbcClient.StatementSpec explain = DATABASE.sql("explain select * from api.event where position > 0"
                + ScopeClause.of(scope) + " order by position limit 100");
        return String.join(
                "\n",
                ScopeClause.bind(scope, explain)
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    @Test
    void the_most_that_is_read_counts_only_what_is_wanted() {
        DATABASE.sql("delete from api.event").update();
        for (int i = 0; i < 20; i++) {
            happens(EventType.APPLICATION_APPLIED, Officers.ISSUING, EXPORTER);
        }
        happens(EventType.APPLICATION_DECIDED, Officers.ISSUING, EXPORTER);
        events.place(100);
        EventStore.Past decided = new EventStore.Past(
                new EventScope(Set.of(), Set.of(EXPORTER)),
                List.of(EventType.APPLICATION_DECIDED.wire()),
                Optional.empty(),
                AT,
                AT,
                events.newest());
        assertThat(events.between(decided, 3))
                .extracting(Event::type)
                .containsExactly(EventType.APPLICATION_DECIDED.wire());
    }
}
