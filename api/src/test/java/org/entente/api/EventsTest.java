package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Listener;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens is told to whom it concerns: as a list, and as it happens, at any instance. */
class EventsTest {
    private static final String STREAM = "/v1/events/stream";
    private static final Api AU = Stage.shared().au();
    private static final Api SECOND = Stage.shared().start("AU");
    private static final Api CN = Stage.shared().cn();

    @BeforeAll
    static void accounts() {
        AU.account("events-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("events-other", AU.organisation("Other"), Role.EXPORTER);
        AU.account("events-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        AU.account("events-admin", AU.organisation("Administration"), Role.ADMINISTRATOR);
        CN.account("events-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    private static Listener listen(Api api, String account, String last) {
        return Listener.to(api, account, STREAM, last);
    }

    private static List<String> types(Listener listener, String application) {
        return listener.events().stream()
                .filter(event -> event.data().contains(application))
                .map(Listener.Told::type)
                .toList();
    }

    @Test
    void what_happens_reaches_exporter_and_officers_at_any_instance_and_nobody_else() {
        try (Listener exporter = listen(SECOND, "events-exporter", "");
                Listener officer = listen(AU, "events-issuer", "");
                Listener other = listen(SECOND, "events-other", "")) {
            Answer applied = AU.send(AU.post("events-exporter", "/v1/applications", Samples.certificate()))
                    .expect(201);
            String application = applied.text("/id");
            AU.send(AU.post("events-issuer", applied.header("Location") + "/approval", "")
                            .header("If-Match", applied.header("ETag")))
                    .expect(200);
            for (Listener listener : List.of(exporter, officer)) {
                Until.holds(
                        () -> types(listener, application),
                        types -> types.equals(List.of("application.applied", "application.decided")));
                Until.holds(
                        () -> listener.events().stream()
                                .map(Listener.Told::type)
                                .toList(),
                        types -> types.contains("certificate.issued"));
            }
            // Events come in order: once its own has come, nothing before it can.
            String own = AU.send(AU.post("events-other", "/v1/applications", Samples.certificate()))
                    .expect(201)
                    .text("/id");
            Until.holds(other::events, events -> !events.isEmpty());
            assertThat(other.events()).hasSize(1).allMatch(event -> event.data().contains(own));
            assertThat(AU.get("events-other", "/v1/events").expect(200).text())
                    .contains(own)
                    .doesNotContain(application);
        }
    }

    @Test
    void whoever_names_the_last_event_misses_none_and_is_told_none_twice() {
        Issuance issuance = new Issuance(AU, "events-exporter", "events-issuer");
        String last;
        try (Listener first = listen(AU, "events-exporter", "")) {
            issuance.issued();
            last = Until.holds(first::events, events -> !events.isEmpty())
                    .getFirst()
                    .id();
        }
        issuance.issued();
        Until.holds(EventsTest::listed, ids -> ids.size() >= 6);
        try (Listener again = listen(SECOND, "events-exporter", last)) {
            Until.holds(again::events, events -> events.size() >= 5);
            assertThat(again.events().stream().map(Listener.Told::id).map(Long::parseLong))
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(id -> id > Long.parseLong(last));
            Set<String> told = again.events().stream()
                    .map(event -> event.data().replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"))
                    .collect(Collectors.toSet());
            // Asked for afterwards: other tests' events arrive at any time.
            assertThat(listed()).containsAll(told);
        }
    }

    private static List<String> listed() {
        return AU.get("events-exporter", "/v1/events?limit=200")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    @Test
    void a_partner_is_told_what_it_received_and_its_issuer_what_was_used() {
        try (Listener abroad = listen(CN, "events-officer", "");
                Listener home = listen(SECOND, "events-exporter", "")) {
            String name = new Issuance(AU, "events-exporter", "events-issuer").issued();
            Until.holds(
                    abroad::events,
                    events -> events.stream()
                            .anyMatch(event -> event.type().equals("certificate.received")
                                    && event.data().contains(name)));
            CN.send(CN.post("events-officer", "/v1/inbox/" + name + "/acknowledgement", "{\"outcome\":\"accepted\"}"))
                    .expect(202);
            Until.holds(
                    home::events,
                    events -> events.stream()
                            .anyMatch(event -> event.type().equals("certificate.acknowledged")
                                    && event.data().contains(name)));
            assertThat(home.events()).noneMatch(event -> event.data().contains("Sample"));
        }
    }

    @Test
    void each_statement_is_told_once_however_often_the_fold_is_read() {
        new Issuance(AU, "events-exporter", "events-issuer").issued();
        assertThat(folded()).isNotEmpty();
        Until.holds(EventsTest::told, all -> all.containsAll(folded()));
        List<String> before = folded();
        assertThat(told()).doesNotHaveDuplicates().containsAll(before);
        // What was told beside them was folded meanwhile.
        assertThat(folded()).containsAll(told());
    }

    private static List<String> told() {
        return list("select data::jsonb ->> 'statement' from api.event where position is not null"
                + " and type in ('certificate.issued', 'certificate.received')"
                + " and data::jsonb ->> 'audience' <> 'NZ'");
    }

    private static List<String> folded() {
        return list("select encode(statement_id, 'hex') from statement where type = 'origin.certificate.issued'"
                + " and standing = 'STANDS' and audience <> 'NZ'");
    }

    /** Rows of the fold as it leaves them where a batch was set aside, and before and after it learns a new version. */
    @Test
    void neither_numbers_that_were_set_aside_nor_what_was_parked_for_long_silence_anything() {
        AU.account("events-gap", AU.organisation("Gap"), Role.EXPORTER);
        String application = AU.send(AU.post("events-gap", "/v1/applications", Samples.certificate()))
                .expect(201)
                .text("/id");
        String subject = database("select subject from api.application where id = '" + application + "'");
        change("update api.application set state = 'UNISSUED', version = version + 1 where id = '" + application + "'");
        try (Listener exporter = listen(SECOND, "events-gap", "0")) {
            folded(subject, 1, "STANDS");
            change("insert into stream_state values ('AU', 'NZ', 1, decode(repeat('5a', 32), 'hex'), 0, 0)");
            told(exporter, "certificate.issued", 1);
            // 2 and 3 are those of a batch that moved the head and was set aside.
            folded(subject, 4, "STANDS");
            folded(subject, 5, "PARKED");
            change("update stream_state set sequence = 5 where audience = 'NZ'");
            told(exporter, "certificate.issued", 2);
            told(exporter, "statement.without-effect", 1);
            change("update statement set standing = 'STANDS' where audience = 'NZ' and sequence = 5");
            told(exporter, "certificate.issued", 3);
            // A head that is all there is of a batch.
            change("update stream_state set sequence = 9 where audience = 'NZ'");
            Until.holds(() -> database("select sequence from api.event_stream where audience = 'NZ'"), "9"::equals);
            folded(subject, 10, "STANDS");
            change("update stream_state set sequence = 10 where audience = 'NZ'");
            told(exporter, "certificate.issued", 4);
            assertThat(exporter.events().stream().map(Listener.Told::id)).doesNotHaveDuplicates();
        } finally {
            change("delete from statement where audience = 'NZ'");
            change("delete from stream_state where audience = 'NZ'");
        }
    }

    private static void told(Listener listener, String type, int times) {
        Until.holds(
                () -> listener.events().stream()
                        .filter(event -> event.type().equals(type))
                        .count(),
                count -> count == times);
    }

    private static void folded(String subject, int sequence, String standing) {
        AU.part(JdbcClient.class)
                .sql("insert into statement (author, audience, sequence, statement_id, type, version, subject, block,"
                        + " tx_index, batch_index, evidence_id, value_offset, value_length, standing)"
                        + " values ('AU', 'NZ', ?, ?, 'origin.certificate.issued', 1, ?, 1, 0, 0, 0, 0, 0, ?)")
                .param(sequence)
                .param(java.util.Arrays.copyOf(new byte[] {(byte) sequence}, 32))
                .param(subject)
                .param(standing)
                .update();
    }

    private static void change(String sql) {
        AU.part(JdbcClient.class).sql(sql).update();
    }

    private static String database(String sql) {
        return list(sql).stream().findFirst().orElse("");
    }

    private static List<String> list(String sql) {
        return AU.part(JdbcClient.class)
                .sql(sql)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void a_stream_ends_when_its_account_is_shut_out_or_becomes_another() {
        AU.account("events-shut", AU.organisation("Shut"), Role.EXPORTER);
        AU.account("events-changed", AU.organisation("Changed"), Role.EXPORTER);
        try (Listener shut = listen(SECOND, "events-shut", "");
                Listener changed = listen(SECOND, "events-changed", "")) {
            JdbcClient database = AU.part(JdbcClient.class);
            database.sql("update api.account set enabled = false where name = 'events-shut'")
                    .update();
            database.sql("update api.account set roles = '{VERIFYING_OFFICER}' where name = 'events-changed'")
                    .update();
            Until.holds(shut::hasEnded, ended -> ended);
            Until.holds(changed::hasEnded, ended -> ended);
        }
    }

    @Test
    void so_many_streams_of_one_account_and_no_more() {
        AU.account("events-many", AU.organisation("Many"), Role.EXPORTER);
        List<Listener> open = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                open.add(listen(AU, "events-many", ""));
            }
            AU.send(AU.as("events-many", STREAM)
                            .header("Accept", "text/event-stream")
                            .GET())
                    .problem(429, "REQUEST_RATE_LIMITED");
        } finally {
            open.forEach(Listener::close);
        }
    }

    @Test
    void others_are_refused() {
        AU.get("events-admin", "/v1/events").problem(403, "REQUEST_FORBIDDEN");
        AU.send(AU.as("events-exporter", STREAM).header("Last-Event-ID", "x").GET())
                .problem(400, "REQUEST_PARAMETER_INVALID");
        AU.send(HttpRequest.newBuilder(AU.at(STREAM)).GET()).problem(401, "REQUEST_UNAUTHENTICATED");
    }
}
