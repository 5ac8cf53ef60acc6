package org.entente.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventCursorTest {
    private final AtomicLong newest = new AtomicLong();
    private final List<Long> asked = new ArrayList<>();
    private final List<Event> mine = new ArrayList<>();

    private EventCursor cursor(long after) {
        return new EventCursor(after, newest::get, (position, most) -> {
            asked.add(position);
            return mine.stream()
                    .filter(event -> event.position() > position)
                    .limit(most)
                    .toList();
        });
    }

    private void happens(long... positions) {
        LongStream.of(positions)
                .mapToObj(position -> new Event(
                        position,
                        new UUID(0, position),
                        Instant.EPOCH,
                        "application.applied",
                        Event.Officers.ISSUING,
                        Optional.empty(),
                        "{}"))
                .forEach(mine::add);
    }

    @Test
    void asks_nobody_while_nothing_is_new() {
        newest.set(7);
        EventCursor cursor = cursor(7);
        assertThat(cursor.next()).isEmpty();
        assertThat(asked).isEmpty();
        newest.set(8);
        cursor.next();
        assertThat(asked).containsExactly(7L);
    }

    @Test
    void what_concerns_others_is_passed_over_once() {
        newest.set(1_000);
        EventCursor cursor = cursor(0);
        assertThat(cursor.next()).isEmpty();
        assertThat(cursor.next()).isEmpty();
        newest.set(1_001);
        happens(1_001);
        assertThat(cursor.next()).extracting(Event::position).containsExactly(1_001L);
        assertThat(asked).containsExactly(0L, 1_000L);
    }

    @Test
    void what_came_between_look_and_answer_is_not_given_twice() {
        newest.set(5);
        happens(5, 6);
        EventCursor cursor = cursor(4);
        assertThat(cursor.next()).extracting(Event::position).containsExactly(5L, 6L);
        newest.set(6);
        assertThat(cursor.next()).isEmpty();
    }

    @Test
    void a_full_part_is_followed_by_the_next_without_a_gap() {
        happens(LongStream.rangeClosed(1, 250).toArray());
        newest.set(400);
        EventCursor cursor = cursor(0);
        List<Event> told = new ArrayList<>();
        for (List<Event> some = cursor.next(); !some.isEmpty(); some = cursor.next()) {
            told.addAll(some);
        }
        assertThat(told).isEqualTo(mine);
        assertThat(cursor.position()).isEqualTo(400);
    }
}
