package org.entente.api.credential;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusPurpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which certificate has which place in the lists. Indices are random, so that one tells nothing of when or in whose company
 * a certificate was issued.
 */
@Repository
public class StatusEntries {
    /** A list of which this many draws in a row were taken is full enough: the next one is begun. */
    private static final int DRAWS = 8;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    StatusEntries(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes a free place, within the present transaction.
     *
     * @param kind of certificate
     * @param subject the certificate
     * @return its place, the same in the lists of both purposes
     */
    SealStatus take(String kind, String subject) {
        Optional<SealStatus> before = database.sql(
                        "select list, index from api.status_entry where kind = ? and subject = ?")
                .param(kind)
                .param(subject)
                .query((row, number) -> new SealStatus(row.getInt(1), row.getInt(2)))
                .optional();
        // Of an approval that had no effect: no credential with this place ever counted.
        if (before.isPresent()) {
            return before.get();
        }
        int list = newest(kind);
        while (true) {
            for (int draw = 0; draw < DRAWS; draw++) {
                int index = random.nextInt(StatusBits.MIN_ENTRIES);
                int taken = database.sql("insert into api.status_entry (kind, list, index, subject) values (?, ?, ?, ?)"
                                + " on conflict (kind, list, index) do nothing")
                        .param(kind)
                        .param(list)
                        .param(index)
                        .param(subject)
                        .update();
                if (taken > 0) {
                    return new SealStatus(list, index);
                }
            }
            list++;
            begin(kind, list);
        }
    }

    private int newest(String kind) {
        Optional<Integer> newest = database.sql(
                        "select number from api.status_list where kind = ? order by number desc limit 1")
                .param(kind)
                .query(Integer.class)
                .optional();
        if (newest.isEmpty()) {
            begin(kind, 0);
        }
        return newest.orElse(0);
    }

    private void begin(String kind, int list) {
        database.sql("insert into api.status_list (kind, number, entries) values (?, ?, ?) on conflict do nothing")
                .param(kind)
                .param(list)
                .param(StatusBits.MIN_ENTRIES)
                .update();
    }

    /** Sets a bit; a set one stays as it is. */
    void set(String subject, StatusPurpose purpose, Instant now) {
        String column = column(purpose);
        database.sql("update api.status_entry set " + column + " = coalesce(" + column + ", ?) where subject = ?")
                .param(Timestamp.from(now))
                .param(subject)
                .update();
    }

    /**
     * The set bits of a list.
     *
     * @param kind of certificate
     * @param purpose what a bit means
     * @param list the list's number
     * @return the indices in order; empty if there is no such list
     */
    public Optional<List<Integer>> indices(String kind, StatusPurpose purpose, int list) {
        boolean exists = database.sql("select exists (select 1 from api.status_list where kind = ? and number = ?)")
                .param(kind)
                .param(list)
                .query(Boolean.class)
                .single();
        return exists
                ? Optional.of(database.sql("select index from api.status_entry where kind = ? and list = ? and "
                                + column(purpose) + " is not null order by index")
                        .param(kind)
                        .param(list)
                        .query(Integer.class)
                        .list())
                : Optional.empty();
    }

    private static String column(StatusPurpose purpose) {
        return switch (purpose) {
            case REVOCATION -> "revoked_at";
            case SUSPENSION -> "suspended_at";
        };
    }
}
