package org.entente.client.show;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.client.database.Database;
import org.entente.client.database.SqlArrays;
import org.entente.client.member.Resumption;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.ProgressTable;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StreamHead;

/**
 * What people look at: streams, missing bytes, quarantine, refusals and incidents. Lists come page by page, oldest first;
 * each is asked for with {@link Page#START} and then with the page's own {@code next}.
 */
public final class Shown {
    private static final String STREAMS = "select s.author, s.audience, h.sequence, h.digest,"
            + " (select count(*) from outbox_place p where s.author = ? and p.audience = s.audience"
            + " and p.state in ('W', 'H')), t.code from (select author, audience from stream_state"
            + " union select ?, audience from outbox_place union select ?, audience from dispatch_trouble) as s"
            + " left join stream_state h using (author, audience)"
            + " left join dispatch_trouble t on s.author = ? and t.audience = s.audience order by 1, 2";
    private static final String REFUSED =
            ProgressTable.SELECT + "where p.state in ('R', 'O') and o.id > ? order by o.id limit ?";

    private final Database database;
    private final MemberId self;

    /**
     * Reads a member's lists.
     *
     * @param database the member's database
     * @param self the member
     */
    public Shown(Database database, MemberId self) {
        this.database = database;
        this.self = self;
    }

    /**
     * Every stream that this member speaks or hears.
     *
     * @return in alphabetical order
     */
    public List<StreamStatus> streams() {
        return database.transaction(connection -> {
            List<StreamStatus> streams = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
                for (int i = 1; i <= 4; i++) {
                    select.setString(i, self.value());
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        streams.add(stream(connection, row));
                    }
                }
            }
            return streams;
        });
    }

    /**
     * The streams that this member hears, without how they stand.
     *
     * @return in alphabetical order of their authors
     */
    public List<StreamId> heard() {
        return database.transaction(connection -> {
            List<StreamId> heard = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement("select author from stream_state where audience = ? order by 1")) {
                select.setString(1, self.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        heard.add(new StreamId(new MemberId(row.getString(1)), self));
                    }
                }
            }
            return heard;
        });
    }

    private StreamStatus stream(Connection connection, ResultSet row) throws SQLException {
        StreamId stream = new StreamId(new MemberId(row.getString(1)), new MemberId(row.getString(2)));
        MemberId partner = stream.author().equals(self) ? stream.audience() : stream.author();
        byte[] digest = row.getBytes(4);
        return new StreamStatus(
                stream,
                digest == null ? StreamHead.START : new StreamHead(row.getLong(3), Digest.ofRaw(digest)),
                FoldedState.completeUpTo(connection, self, partner),
                row.getLong(5),
                Optional.ofNullable(row.getString(6)));
    }

    /**
     * How far this member's instances have followed the ledger.
     *
     * @return the end of what was taken in
     */
    public Followed followed() {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(VitalsRows.FOLLOWED);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return VitalsRows.followed(row);
            }
        });
    }

    /**
     * What is worth an alarm.
     *
     * @return counts and times of one moment
     */
    public Vitals vitals() {
        return database.transaction(VitalsRows::read);
    }

    /**
     * Hashes without bytes.
     *
     * @param after where the page starts
     * @return a page
     */
    public Page<MissingValue> missing(long after) {
        return page(ShownRows.MISSING, after, ShownRows::missing);
    }

    /**
     * Values that failed a check.
     *
     * @param after where the page starts
     * @return a page
     */
    public Page<QuarantinedBatch> quarantined(long after) {
        return page(ShownRows.QUARANTINE, after, ShownRows::quarantined);
    }

    /**
     * What was odd in blocks.
     *
     * @param after where the page starts
     * @return a page
     */
    public Page<ShownIncident> incidents(long after) {
        return page(ShownRows.INCIDENTS, after, ShownRows::incident);
    }

    /**
     * Statements of either side that stand on the ledger without effect: repeated, overtaken, refused or parked.
     *
     * @param after where the page starts
     * @return a page
     */
    public Page<ShownStatement> withoutEffect(long after) {
        return page(ShownRows.WITHOUT_EFFECT, after, ShownRows::statement);
    }

    /**
     * Standing statements of one type in one stream, newest first.
     *
     * @param stream author and audience
     * @param type the type's name, whatever its version
     * @param before only those of a smaller sequence number; {@link Long#MAX_VALUE} for the newest
     * @param most how many at most, 1 to {@link Page#MOST}
     * @return in falling order
     */
    public List<ShownStatement> newest(StreamId stream, String type, long before, int most) {
        return statements(ShownRows.NEWEST, select -> {
            select.setString(1, stream.author().value());
            select.setString(2, stream.audience().value());
            select.setLong(3, before);
            select.setString(4, type);
            select.setInt(5, Math.min(most, Page.MOST));
        });
    }

    /**
     * Folded statements of one stream in their order, whatever became of them. Where a batch was set aside that moved the
     * head all the same, its numbers are missing for ever: whoever reads on must not wait for them.
     *
     * @param stream author and audience
     * @param after only those of a greater sequence number; 0 from the beginning
     * @param most how many at most, 1 to {@link Page#MOST}
     * @return in rising order, with gaps where batches were set aside
     */
    public List<ShownStatement> after(StreamId stream, long after, int most) {
        return statements(ShownRows.AFTER, select -> {
            select.setString(1, stream.author().value());
            select.setString(2, stream.audience().value());
            select.setLong(3, after);
            select.setInt(4, Math.min(most, Page.MOST));
        });
    }

    /**
     * Folded statements of certain numbers, as they stand now.
     *
     * @param stream author and audience
     * @param sequences numbers in the stream
     * @return those that were folded, in rising order
     */
    public List<ShownStatement> numbered(StreamId stream, Collection<Long> sequences) {
        return sequences.isEmpty()
                ? List.of()
                : statements(ShownRows.NUMBERED, select -> {
                    select.setString(1, stream.author().value());
                    select.setString(2, stream.audience().value());
                    select.setArray(3, SqlArrays.longs(select.getConnection(), List.copyOf(sequences)));
                });
    }

    private interface Question {
        void ask(PreparedStatement select) throws SQLException;
    }

    private List<ShownStatement> statements(String sql, Question question) {
        return database.transaction(connection -> {
            List<ShownStatement> items = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                question.ask(select);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        items.add(ShownRows.statement(row));
                    }
                }
            }
            return items;
        });
    }

    /**
     * Own requests that the rules settled before they were numbered: refused or overtaken.
     *
     * @param after where the page starts
     * @return a page
     */
    public Page<OutboxStatus> refused(long after) {
        return database.transaction(connection -> {
            List<OutboxStatus> items = new ArrayList<>();
            long last = after;
            try (PreparedStatement select = connection.prepareStatement(REFUSED)) {
                select.setString(1, self.value());
                select.setLong(2, after);
                select.setInt(3, Page.MOST);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        items.add(ProgressTable.status(row, self));
                        last = row.getLong("outbox_id");
                    }
                }
            }
            return new Page<>(items, items.size() < Page.MOST ? OptionalLong.empty() : OptionalLong.of(last));
        });
    }

    /**
     * What an administrator must have done for an own stream to go on whose head on the ledger is another than every
     * reader's, because the own peer ran something that moved or deleted it.
     *
     * @param audience whom the stream addresses
     * @return what {@link org.entente.client.member.MembershipClient#resume} takes; empty if the head is sound, or if
     *     bytes are missing and it cannot be known
     */
    public Optional<Resumption> resumption(MemberId audience) {
        return database.transaction(connection -> new StreamEnd(connection, new StreamId(self, audience)).resumption());
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Page<T> page(String sql, long after, RowReader<T> reader) {
        return database.transaction(connection -> {
            List<T> items = new ArrayList<>();
            long last = after;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, after);
                select.setInt(2, Page.MOST);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        items.add(reader.read(row));
                        last = row.getLong(1);
                    }
                }
            }
            return new Page<>(items, items.size() < Page.MOST ? OptionalLong.empty() : OptionalLong.of(last));
        });
    }
}
