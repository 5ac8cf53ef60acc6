package org.entente.api.event;

import java.util.List;
import org.entente.model.member.StreamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each stream has been told, and which statements have to be told again once they are no longer parked. */
@Repository
class StreamMarks {
    private final JdbcClient database;

    StreamMarks(JdbcClient database) {
        this.database = database;
    }

    /** How far a stream has been told; 0 if not at all. */
    long told(StreamId stream) {
        return of("select sequence from api.event_stream where author = ? and audience = ?", stream)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Never goes back: what was told is not told again. */
    void tell(StreamId stream, long sequence) {
        of(
                        "insert into api.event_stream as told (author, audience, sequence) values (?, ?, ?)"
                                + " on conflict (author, audience) do update set"
                                + " sequence = greatest(told.sequence, excluded.sequence)",
                        stream)
                .param(sequence)
                .update();
    }

    void park(StreamId stream, long sequence) {
        of("insert into api.event_parked (author, audience, sequence) values (?, ?, ?) on conflict do nothing", stream)
                .param(sequence)
                .update();
    }

    /** False if another did it. */
    boolean unpark(StreamId stream, long sequence) {
        return of("delete from api.event_parked where author = ? and audience = ? and sequence = ?", stream)
                        .param(sequence)
                        .update()
                > 0;
    }

    /** Numbers of parked statements, in rising order. */
    List<Long> parked(StreamId stream, long after, int most) {
        return of(
                        "select sequence from api.event_parked where author = ? and audience = ? and sequence > ?"
                                + " order by sequence limit ?",
                        stream)
                .param(after)
                .param(most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, StreamId stream) {
        return database.sql(sql)
                .param(stream.author().value())
                .param(stream.audience().value());
    }
}
