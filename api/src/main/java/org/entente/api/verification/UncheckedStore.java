package org.entente.api.verification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What officers presented and could not be checked, for so long as one of them may decide provisionally. */
@Repository
public class UncheckedStore {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_OF_ONE_ACCOUNT = 50;

    private final JdbcClient database;
    private final InstantSource clock;

    UncheckedStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A check that ended in could not check.
     *
     * @param id of the check
     * @param certificate its name in paths as presented, or empty; nobody vouches for it
     * @param reasons every reason, as {@link Rechecking} writes them
     * @param content what was presented, as {@link Rechecking} takes it
     * @param madeAt when it was presented
     */
    public record Unchecked(UUID id, String certificate, byte[] reasons, byte[] content, Instant madeAt) {}

    /** Keeps a check; gives until when. An account's oldest make room. */
    Instant keep(Unchecked check, Caller caller) {
        database.sql("insert into api.unchecked (id, account, certificate, reasons, content, made_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(check.id())
                .param(caller.account())
                .param(check.certificate())
                .param(check.reasons())
                .param(check.content())
                .param(Timestamp.from(check.madeAt()))
                .update();
        database.sql("delete from api.unchecked where id in (select id from api.unchecked where account = ?"
                        + " order by made_at desc offset ?)")
                .param(caller.account())
                .param(MOST_OF_ONE_ACCOUNT)
                .update();
        return check.madeAt().plus(KEPT);
    }

    /**
     * A check of an officer that is still kept.
     *
     * @param id of the check
     * @param caller the officer who made it
     * @return the check; empty if there is none, or somebody else made it
     */
    public Optional<Unchecked> find(UUID id, Caller caller) {
        return database.sql("select id, certificate, reasons, content, made_at from api.unchecked"
                        + " where id = ? and account = ? and made_at > ?")
                .param(id)
                .param(caller.account())
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .query((row, number) -> new Unchecked(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBytes(4),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    /**
     * Forgets a check, within the present transaction if there is one.
     *
     * @param id of the check
     */
    public void forget(UUID id) {
        database.sql("delete from api.unchecked where id = ?").param(id).update();
    }

    /** Every instance does it; what another has deleted is no work. */
    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        database.sql("delete from api.unchecked where made_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
