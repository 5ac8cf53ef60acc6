package org.entente.client.show;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String SUBJECTS = "select subject, state from subject_state"
            + " where first_member = ? and second_member = ? and subject = any(?)";
    private static final String PARKED = "select distinct subject from statement where subject = any(?)"
            + " and standing = 'PARKED' and least(author, audience) = ? and greatest(author, audience) = ?";

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
        return subjects(partner, List.of(subject)).values().iterator().next();
    }

    /**
     * What stands about many subjects between this member and a partner, in as many questions as about one.
     *
     * @param partner the other member
     * @param subjects the subjects
     * @return of each its state and how far that is complete, all in the same snapshot
     */
    public Map<String, SubjectAnswer> subjects(MemberId partner, Collection<String> subjects) {
        Pair pair = Pair.of(self, partner);
        // No statement can have a subject with U+0000, and PostgreSQL has no such text.
        List<String> possible =
                subjects.stream().filter(subject -> subject.indexOf(0) < 0).toList();
        return database.transaction(connection -> {
            inOneSnapshot(connection);
            Map<String, byte[]> states = states(connection, pair, possible);
            CompleteUpTo complete = completeUpTo(connection, self, partner);
            Set<String> parked = parked(connection, pair, possible);
            Map<String, SubjectAnswer> answers = new LinkedHashMap<>();
            for (String subject : subjects) {
                answers.put(
                        subject,
                        new SubjectAnswer(
                                Optional.ofNullable(states.get(subject)), complete, parked.contains(subject)));
            }
            return answers;
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
            inOneSnapshot(connection);
            return StateDump.digest(connection, pair);
        });
    }

    /** For this transaction alone: what is set for the connection costs a question here and one when it is given back. */
    private static void inOneSnapshot(Connection connection) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set transaction isolation level repeatable read");
        }
    }

    private static Map<String, byte[]> states(Connection connection, Pair pair, List<String> subjects)
            throws SQLException {
        Map<String, byte[]> states = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SUBJECTS)) {
            select.setString(1, pair.first().value());
            select.setString(2, pair.second().value());
            select.setArray(3, SqlArrays.texts(connection, subjects));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    states.put(row.getString(1), row.getBytes(2));
                }
            }
        }
        return states;
    }

    private static Set<String> parked(Connection connection, Pair pair, List<String> subjects) throws SQLException {
        Set<String> parked = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(PARKED)) {
            select.setArray(1, SqlArrays.texts(connection, subjects));
            select.setString(2, pair.first().value());
            select.setString(3, pair.second().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parked.add(row.getString(1));
                }
            }
        }
        return parked;
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
