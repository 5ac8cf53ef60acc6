package org.entente.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.api.event.Event;
import org.entente.api.stage.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveryStoreTest {
    private static final JdbcClient DATABASE = Databases.migrated();
    private static final Instant NOW = Instant.parse("2026-05-03T10:00:00Z");
    private static final Duration HELD = Duration.ofSeconds(60);
    private static final int EACH = 4;

    private final DeliveryStore deliveries = new DeliveryStore(DATABASE);
    private final EndpointStore endpoints = new EndpointStore(DATABASE);

    @BeforeEach
    void nothing() {
        DATABASE.sql("delete from api.webhook_endpoint").update();
    }

    private Endpoint endpoint(int messages, Instant since) {
        Endpoint endpoint = endpoints.add(
                new EndpointForm(
                        "https://partner.example/", Optional.empty(), Set.of(Event.Officers.ISSUING), List.of()),
                0,
                "admin",
                NOW);
        for (int i = 0; i < messages; i++) {
            deliveries.add(endpoint.id(), UUID.randomUUID(), "t", "{}", since.plusMillis(i), false);
        }
        return endpoint;
    }

    private Map<UUID, Long> taken(Instant now, int most) {
        return deliveries.take(now, HELD, EACH, most).stream()
                .collect(Collectors.groupingBy(Delivery::endpoint, Collectors.counting()));
    }

    @Test
    void an_endpoint_with_many_messages_does_not_stand_before_the_others() {
        Endpoint busy = endpoint(100, NOW.minusSeconds(1_000));
        Endpoint lately = endpoint(2, NOW.minusSeconds(1));
        assertThat(taken(NOW, 2)).containsOnlyKeys(busy.id(), lately.id());
        assertThat(taken(NOW, 100)).isEqualTo(Map.of(busy.id(), 3L, lately.id(), 1L));
    }

    @Test
    void no_endpoint_has_more_than_a_few_on_their_way_until_their_time_is_over() {
        Endpoint slow = endpoint(100, NOW.minusSeconds(1_000));
        assertThat(taken(NOW, 100)).isEqualTo(Map.of(slow.id(), 4L));
        assertThat(taken(NOW.plusSeconds(1), 100)).isEmpty();
        assertThat(taken(NOW.plus(HELD), 100)).isEmpty();
        assertThat(taken(NOW.plus(HELD).plusMillis(1), 100)).isEqualTo(Map.of(slow.id(), 4L));
    }

    @Test
    void an_endpoint_that_nothing_reaches_is_tried_with_one_message_at_a_time() {
        Endpoint silent = endpoint(10, NOW.minusSeconds(10));
        endpoints.failed(silent.id(), NOW);
        assertThat(taken(NOW, 100)).isEqualTo(Map.of(silent.id(), 1L));
        assertThat(taken(NOW, 100)).isEmpty();
    }

    @Test
    void only_what_is_due_at_an_active_endpoint_is_taken_oldest_first() {
        Endpoint paused = endpoint(1, NOW.minusSeconds(5));
        endpoints.change(paused.id(), Endpoint.State.PAUSED, Optional.empty());
        endpoint(1, NOW.plusSeconds(5));
        Endpoint due = endpoint(6, NOW.minusSeconds(5));
        List<Delivery> taken = deliveries.take(NOW, HELD, EACH, 100);
        assertThat(taken.stream().map(Delivery::endpoint)).containsOnly(due.id());
        assertThat(taken.stream().map(Delivery::nextTryAt))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, EACH)
                        .mapToObj(i -> NOW.minusSeconds(5).plusMillis(i))
                        .toList());
    }

    @Test
    void an_attempt_whose_time_is_over_notes_nothing() {
        Endpoint endpoint = endpoint(1, NOW.minusSeconds(5));
        Delivery late = deliveries.take(NOW, HELD, EACH, 1).getFirst();
        Delivery again = deliveries.take(NOW.plusSeconds(61), HELD, EACH, 1).getFirst();
        assertThat(again.sequence()).isEqualTo(late.sequence());
        assertThat(attempted(late, Delivery.State.GIVEN_UP)).isFalse();
        assertThat(attempted(again, Delivery.State.DELIVERED)).isTrue();
        assertThat(attempted(again, Delivery.State.GIVEN_UP)).isFalse();
        Delivery noted = deliveries.list(endpoint.id(), Long.MAX_VALUE, 1).getFirst();
        assertThat(noted.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(noted.attempts()).isEqualTo(1);
    }

    @Test
    void what_is_asked_for_again_while_it_is_on_its_way_is_sent_again() {
        Endpoint endpoint = endpoint(1, NOW.minusSeconds(5));
        Delivery onItsWay = deliveries.take(NOW, HELD, EACH, 1).getFirst();
        deliveries.add(endpoint.id(), onItsWay.message(), "t", "{}", NOW, true);
        assertThat(attempted(onItsWay, Delivery.State.DELIVERED)).isFalse();
        assertThat(deliveries.take(NOW, HELD, EACH, 1)).hasSize(1);
    }

    private boolean attempted(Delivery delivery, Delivery.State state) {
        return deliveries.attempted(delivery, state, NOW, Optional.empty(), Optional.of(200), Optional.empty());
    }

    @Test
    void only_the_endpoint_that_was_seen_is_disabled() {
        Endpoint seen = endpoint(0, NOW);
        endpoints.change(seen.id(), Endpoint.State.PAUSED, Optional.empty());
        assertThat(endpoints.disable(seen, "gone")).isFalse();
        endpoints.change(seen.id(), Endpoint.State.ACTIVE, Optional.empty());
        assertThat(endpoints.disable(seen, "gone")).isFalse();
        Endpoint now = endpoints.find(seen.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(Endpoint.State.ACTIVE);
        assertThat(endpoints.disable(now, "gone")).isTrue();
        assertThat(endpoints.find(seen.id()).flatMap(Endpoint::notice)).contains("gone");
    }

    @Test
    void the_next_messages_are_found_in_an_index_of_their_endpoint() {
        Endpoint other = endpoint(0, NOW);
        DATABASE.sql(
                        "insert into api.webhook_delivery (endpoint, message, type, body, state, made_at, next_try_at)"
                                + " select ?, gen_random_uuid(), 't', '{}', 'WAITING', now(), now() from generate_series(1, 20000)")
                .param(other.id())
                .update();
        Endpoint endpoint = endpoint(1, NOW);
        DATABASE.sql("analyze api.webhook_delivery").update();
        Function<String, String> plan = sql -> String.join(
                "\n",
                DATABASE.sql("explain " + sql)
                        .param(endpoint.id())
                        .query((row, number) -> row.getString(1))
                        .list());
        assertThat(plan.apply("select sequence from api.webhook_delivery where endpoint = ? and state = 'WAITING'"
                        + " and next_try_at <= now() order by next_try_at limit 4"))
                .contains("webhook_delivery_next");
    }
}
