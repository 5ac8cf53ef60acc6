package org.entente.api.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partners' lists in the database, and whose turn it is to fetch one. Turns go by the database's clock. */
@Repository
class ListShelf {
    private static final Duration SAME_USE = Duration.ofMinutes(10);

    private final JdbcClient database;

    ListShelf(JdbcClient database) {
        this.database = database;
    }

    /** Where a list stands. */
    record Place(Optional<KeptList> kept, boolean beingFetched, Optional<Instant> usedAt) {
        static final Place EMPTY = new Place(Optional.empty(), false, Optional.empty());

        /** Whether it is noted that the list is in use. */
        boolean isNoted(Instant now) {
            return usedAt.filter(used -> !used.isBefore(now.minus(SAME_USE))).isPresent();
        }
    }

    /** Notes that a list is in use. Its row is locked even where nothing changes, so look first. */
    void noteUse(String address, String issuer, Instant now) {
        database.sql("insert into api.partner_list as kept (address, issuer, used_at) values (?, ?, ?)"
                        + " on conflict (address) do update set used_at = excluded.used_at where kept.used_at < ?")
                .param(address)
                .param(issuer)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.minus(SAME_USE)))
                .update();
    }

    Place find(String address) {
        return database.sql("select secured, valid_from, valid_until, retrieved_at, fresh_until,"
                        + " coalesce(fetching_until > now(), false), used_at from api.partner_list where address = ?")
                .param(address)
                .query((row, number) -> new Place(kept(row), row.getBoolean(6), moment(row.getTimestamp(7))))
                .optional()
                .orElse(Place.EMPTY);
    }

    private static Optional<KeptList> kept(ResultSet row) throws SQLException {
        byte[] secured = row.getBytes(1);
        return secured == null
                ? Optional.empty()
                : Optional.of(new KeptList(
                        secured,
                        row.getTimestamp(2).toInstant(),
                        moment(row.getTimestamp(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()));
    }

    private static Optional<Instant> moment(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    /** The leave to fetch a list until a moment; what its holder says later than that is passed over. */
    record Turn(String address, Timestamp until) {}

    /**
     * Takes the turn to fetch; empty while another has it, too soon after a failure, or if there is another copy by now than
     * the one that was seen.
     */
    Optional<Turn> takeTurn(String address, Optional<KeptList> seen, Duration longest) {
        return database.sql("update api.partner_list set fetching_until = now() + make_interval(secs => ?)"
                        + " where address = ? and retrieved_at is not distinct from ?::timestamptz"
                        + " and coalesce(fetching_until < now(), true) and coalesce(next_try_at < now(), true)"
                        + " returning fetching_until")
                .param(longest.toSeconds())
                .param(address)
                .param(seen.map(KeptList::retrievedAt).map(Timestamp::from).orElse(null))
                .query((row, number) -> new Turn(address, row.getTimestamp(1)))
                .optional();
    }

    /** Keeps a list and ends the turn. An older list never takes the place of a newer one; false if it is older. */
    boolean keep(Turn turn, KeptList list) {
        int kept = database.sql("update api.partner_list set secured = ?, valid_from = ?, valid_until = ?::timestamptz,"
                        + " retrieved_at = ?, fresh_until = ?, fetching_until = null, next_try_at = null, failures = 0,"
                        + " fault = null where address = ? and fetching_until = ? and coalesce(valid_from <= ?, true)")
                .param(list.secured())
                .param(Timestamp.from(list.validFrom()))
                .param(list.validUntil().map(Timestamp::from).orElse(null))
                .param(Timestamp.from(list.retrievedAt()))
                .param(Timestamp.from(list.freshUntil()))
                .param(turn.address())
                .param(turn.until())
                .param(Timestamp.from(list.validFrom()))
                .update();
        return kept > 0;
    }

    /** Ends the turn; the next comes after a pause that doubles from 5 seconds to 10 minutes. */
    void fail(Turn turn, String fault) {
        database.sql("update api.partner_list set fetching_until = null, failures = failures + 1, fault = ?,"
                        + " next_try_at = now() + make_interval(secs => least(600, 5 * 2 ^ least(failures, 10)))"
                        + " where address = ? and fetching_until = ?")
                .param(fault)
                .param(turn.address())
                .param(turn.until())
                .update();
    }

    /** A list of which a newer copy should be asked for. */
    record Due(String address, String issuer) {}

    /**
     * Lists in use since a moment of which a newer copy should be asked for soon: those first whose copies end first, those
     * that nobody could fetch yet last.
     *
     * @param each the most of one issuer, so that one with thousands does not stand before the others
     */
    List<Due> due(Instant usedSince, Instant now, int each) {
        return database.sql("select address, issuer from (select address, issuer, fresh_until, row_number() over"
                        + " (partition by issuer order by fresh_until nulls last, address) as turn"
                        + " from api.partner_list where used_at >= ?"
                        + " and coalesce(retrieved_at + (fresh_until - retrieved_at) / 2 < ?, true)"
                        + " and coalesce(fetching_until < now(), true) and coalesce(next_try_at < now(), true)) waiting"
                        + " where turn <= ? order by fresh_until nulls last, address")
                .param(Timestamp.from(usedSince))
                .param(Timestamp.from(now))
                .param(each)
                .query((row, number) -> new Due(row.getString(1), row.getString(2)))
                .list();
    }

    /** Deletes lists that were not in use since a moment, once their copies may not be relied on or there is none. */
    int forget(Instant usedSince, Instant now) {
        return database.sql("delete from api.partner_list where used_at < ? and coalesce(valid_until < ?, true)"
                        + " and coalesce(fetching_until < now(), true)")
                .param(Timestamp.from(usedSince))
                .param(Timestamp.from(now))
                .update();
    }
}
