package org.entente.client.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.client.database.SqlArrays;
import org.entente.model.evidence.Evidence;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.Pair;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/** Reads what proves the statements of a pair, in the order of the ledger. */
final class ProofRows {
    private static final String SELECT = "select s.block, s.tx_index, s.batch_index, n.channel, t.chaincode,"
            + " e.collection, t.tx_id, t.tx_seconds, t.tx_nanos, e.key_hash, e.value_hash, v.value, t.envelope,"
            + " b.previous_hash, b.data_hash from statement s join evidence e on e.id = s.evidence_id"
            + " join evidence_value v on v.evidence_id = e.id"
            + " join ledger_transaction t on t.block = e.block and t.tx_index = e.tx_index"
            + " join block b on b.number = e.block cross join node n"
            + " where s.standing = 'STANDS' and e.collection = any(?) and ";
    private static final String ORDER =
            " order by s.block, s.tx_index, s.batch_index limit " + (Evidence.MAX_STATEMENTS + 1);
    private static final String KEYS = "select value, block, tx_index, tx_id from public_record where accepted"
            + " and key = ? and (block, tx_index) < (?, ?) order by block desc, tx_index desc, ordinal desc limit 1";

    private final Connection connection;
    private final Pair pair;

    ProofRows(Connection connection, Pair pair) {
        this.connection = connection;
        this.pair = pair;
    }

    List<StoredProof> ofSubject(String subject) throws SQLException {
        // A text that no column can hold is no statement's subject either.
        if (subject.indexOf('\0') >= 0) {
            return List.of();
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT + "s.subject = ?" + ORDER)) {
            select.setString(2, subject);
            return read(select);
        }
    }

    List<StoredProof> ofStatements(List<StatementId> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "s.statement_id = any(?)" + ORDER)) {
            select.setArray(2, SqlArrays.ids(connection, ids));
            return read(select);
        }
    }

    /** The keys that count at a position: of the last record before it. */
    Optional<PublishedKeys> keysBefore(MemberId member, Position at) throws SQLException {
        return keys(member, at.block(), at.transaction());
    }

    Optional<PublishedKeys> latestKeys(MemberId member) throws SQLException {
        return keys(member, Long.MAX_VALUE, 0);
    }

    private Optional<PublishedKeys> keys(MemberId member, long block, int transaction) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEYS)) {
            select.setString(1, PublicRecords.keysKey(member));
            select.setLong(2, block);
            select.setInt(3, transaction);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                                && PublicRecords.readKeys(row.getBytes(1))
                                        instanceof Checked.Accepted<MemberKeys>(MemberKeys keys, var remarks)
                        ? Optional.of(new PublishedKeys(
                                keys, new Position(row.getLong(2), row.getInt(3), 0), new Digest(row.getString(4))))
                        : Optional.empty();
            }
        }
    }

    private List<StoredProof> read(PreparedStatement select) throws SQLException {
        StreamId stream = new StreamId(pair.first(), pair.second());
        select.setArray(
                1,
                SqlArrays.texts(
                        connection,
                        List.of(stream.collection(), stream.reversed().collection())));
        List<StoredProof> proofs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                proofs.add(new StoredProof(
                        new Position(row.getLong(1), row.getInt(2), 0),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        Instant.ofEpochSecond(row.getLong(8), row.getInt(9)),
                        row.getBytes(10),
                        row.getBytes(11),
                        row.getBytes(12),
                        row.getBytes(13),
                        row.getBytes(14),
                        row.getBytes(15)));
            }
        }
        return proofs;
    }
}
