package org.entente.api.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether any instance of the member has contact with the ledger. One of them follows it at a time; the others know by the
 * row that it keeps fresh.
 */
@Component
@EnableScheduling
public class LedgerSign {
    private static final String REACHED = "reached";

    private final JdbcClient database;
    private final LedgerContact contact;
    private final Instant begun;

    LedgerSign(JdbcClient database, LedgerContact contact, InstantSource clock) {
        this.database = database;
        this.contact = contact;
        this.begun = clock.instant();
    }

    /**
     * What is noted for all instances.
     *
     * @param at when one of them had contact last
     * @param fresh whether that was a moment ago
     */
    private record Noted(Instant at, boolean fresh) {}

    /**
     * What can be said.
     *
     * @param database whether it answers
     * @param ledger reached, away since a moment, or unknown
     */
    public record Seen(boolean database, String ledger) {
        /**
         * Whether the ledger is reached, for certain.
         *
         * @return false if it is away, or if that is unknown
         */
        public boolean isReached() {
            return REACHED.equals(ledger);
        }
    }

    /** While there is contact only: what is not renewed grows old by itself. */
    @Scheduled(fixedDelay = 5_000)
    void note() {
        if (contact.isHeld()) {
            database.sql("insert into api.ledger_contact (at) values (now())"
                            + " on conflict (only_row) do update set at = excluded.at")
                    .update();
        }
    }

    /**
     * Looks now.
     *
     * @return what can be said
     */
    public Seen look() {
        try {
            Optional<Noted> noted = database.sql(
                            "select at, at > now() - interval '15 seconds' from api.ledger_contact")
                    .query((row, number) -> new Noted(row.getTimestamp(1).toInstant(), row.getBoolean(2)))
                    .optional();
            return new Seen(true, contact.isHeld() ? REACHED : ofOthers(noted));
        } catch (DataAccessException e) {
            // Without the database nobody follows: then no contact means nothing.
            return new Seen(false, contact.isHeld() ? REACHED : "unknown");
        }
    }

    private String ofOthers(Optional<Noted> noted) {
        Instant own = contact.last().orElse(begun);
        Optional<Noted> later = noted.filter(
                others -> others.at().isAfter(own) || contact.last().isEmpty());
        return later.filter(Noted::fresh).isPresent()
                ? REACHED
                : "away since " + later.map(Noted::at).orElse(own);
    }
}
