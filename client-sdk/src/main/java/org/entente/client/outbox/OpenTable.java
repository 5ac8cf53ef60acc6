package org.entente.client.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.client.database.SqlArrays;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;

/** Finds own statements about a subject that are not settled yet. Only those on their way are looked through. */
final class OpenTable {
    private static final String OPEN = "select o.statement_id, o.id from outbox_place p"
            + " join outbox o on o.id = p.outbox_id where p.audience = ? and p.state = 'W' and o.subject = ?"
            + " union all select o.statement_id, o.id from outbox_place p"
            + " join outbox o on o.id = p.outbox_id where p.audience = ? and p.state = 'H' and o.subject = ?"
            + " union all select o.statement_id, o.id from dispatch_batch b"
            + " join outbox_place p on p.batch_id = b.id join outbox o on o.id = p.outbox_id"
            + " where b.audience = ? and b.state in ('P', 'C') and o.subject = ? and b.last_sequence > coalesce("
            + "(select sequence from stream_state where author = ? and audience = b.audience), 0) order by 2";

    private OpenTable() {}

    static List<StatementId> ids(Connection connection, MemberId self, MemberId audience, String subject)
            throws SQLException {
        List<StatementId> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            for (int i = 1; i <= 5; i += 2) {
                select.setString(i, audience.value());
                select.setString(i + 1, subject);
            }
            select.setString(7, self.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(SqlArrays.id(row.getBytes(1)));
                }
            }
        }
        return ids;
    }
}
