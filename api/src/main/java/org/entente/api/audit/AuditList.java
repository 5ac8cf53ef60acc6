package org.entente.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit, for whoever may read it. */
@Repository
public class AuditList {
    private final JdbcClient database;

    AuditList(JdbcClient database) {
        this.database = database;
    }

    /**
     * One note.
     *
     * @param id orders the list
     * @param at when
     * @param account who
     * @param action what
     * @param subject of what
     * @param detail particulars
     * @param trace of the request
     */
    public record Entry(
            long id, Instant at, String account, String action, String subject, String detail, String trace) {}

    /**
     * Which notes are wanted.
     *
     * @param subject of this only
     * @param account by this only
     * @param action what was done, or how it begins, for example {@code application.}
     */
    public record Wanted(Optional<String> subject, Optional<String> account, Optional<String> action) {}

    /**
     * Notes, newest first.
     *
     * @param wanted which
     * @param before only those with a smaller id
     * @param most how many at most
     * @return in falling order
     */
    public List<Entry> newest(Wanted wanted, long before, int most) {
        return database.sql("select id, at, account, action, subject, detail, trace from api.audit"
                        + " where (?::text is null or subject = ?) and (?::text is null or account = ?)"
                        + " and (?::text is null or starts_with(action, ?)) and id < ? order by id desc limit ?")
                .param(wanted.subject().orElse(null))
                .param(wanted.subject().orElse(null))
                .param(wanted.account().orElse(null))
                .param(wanted.account().orElse(null))
                .param(wanted.action().orElse(null))
                .param(wanted.action().orElse(null))
                .param(before)
                .param(most)
                .query((row, number) -> new Entry(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }
}
