package org.entente.client.show;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.entente.client.database.Database;
import org.entente.client.database.SqlArrays;
import org.entente.model.fold.RuleBook;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;

/** What stands, as the own fold has it. Every answer says how far it is complete, read in the same snapshot. */
public final class FoldedState {
    private static final String SUBJECT =
            "select state from subject_state where first_member = ? and second_member = ? and subject = ?";
    private static final String PARKED =
            "select exists (select 1 from statement where subject = ? and standing = 'PARKED'"
                    + " and least(author, audience) = ? and greatest(author, audience) = ?)";

    // What is not folded counts, and not what is missing: bytes that have come may still wait for their turn.
    private static final String COMPLETE = "select (select next_block from node) - 1, f.block, f.tx_index,"
            + " (select count(*) from missing where collection = any(?)) from (select 1) as one"
            + " left join (select e.block, e.tx_index from evidence e where e.kind = 'B' and e.collection = any(?)"
            + " and e.id > coalesce((select p.evidence_id from pair_progress p"
            + " where p.first_member = ? and p.second_member = ?), 0) order by e.id limit 1) as f on true";

    private final Database database;
    private final MemberId self;
    private final RuleBook rules;

    /**
     * Reads a member's state.
     *
     * @param database the member's database
     * @param self the member
     * @param rules what each statement type does
     */
    public FoldedState(Database database, MemberId self, RuleBook rules) {
        this.database = database;
        this.self = self;
        this.rules = rules;
    }

    /**
     * What stands about a subject between this member and a partner.
     *
     * @param partner the other member
     * @param subject the subject
     * @return its state and how far that is complete
     */
    public SubjectAnswer subject(MemberId partner, String subject) {
        Pair pair = Pair.of(self, partner);
        if (subject.indexOf(0) >= 0) {
            // No statement can have such a subject, and PostgreSQL has no such text.
            return new SubjectAnswer(Optional.empty(), completeUpTo(partner), false);
        }
        return database.transaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new SubjectAnswer(
                    state(connection, pair, subject),
                    completeUpTo(connection, self, partner),
                    isParked(connection, pair, subject));
        });
    }

    /**
     * How far everything between this member and a partner is known and folded.
     *
     * @param author the partner
     * @return block and first missing position
     */
    public CompleteUpTo completeUpTo(MemberId author) {
        return database.transaction(connection -> completeUpTo(connection, self, author));
    }

    /**
     * What each statement type does, as this node folds it.
     *
     * @return the rules
     */
    public RuleBook rules() {
        return rules;
    }

    /**
     * A digest over the folded state.
     *
     * @param pair only what two members said to each other, to compare both sides; empty for everything
     * @return SHA-256 of the canonical dump
     */
    public Digest digest(Optional<Pair> pair) {
        return database.transaction(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return StateDump.digest(connection, pair);
        });
    }

    private static Optional<byte[]> state(Connection connection, Pair pair, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUBJECT)) {
            select.setString(1, pair.first().value());
            select.setString(2, pair.second().value());
            select.setString(3, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static boolean isParked(Connection connection, Pair pair, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PARKED)) {
            select.setString(1, subject);
            select.setString(2, pair.first().value());
            select.setString(3, pair.second().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static CompleteUpTo completeUpTo(Connection connection, MemberId self, MemberId author) throws SQLException {
        StreamId stream = new StreamId(self, author);
        List<String> collections =
                List.of(stream.collection(), stream.reversed().collection());
        try (PreparedStatement select = connection.prepareStatement(COMPLETE)) {
            select.setArray(1, SqlArrays.texts(connection, collections));
            select.setArray(2, SqlArrays.texts(connection, collections));
            select.setString(3, stream.pair().first().value());
            select.setString(4, stream.pair().second().value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                long block = row.getLong(2);
                if (row.wasNull()) {
                    return new CompleteUpTo(author, last, Optional.empty(), 0);
                }
                return new CompleteUpTo(
                        author, block - 1, Optional.of(new Position(block, row.getInt(3), 0)), row.getLong(4));
            }
        }
    }
}
