package org.entente.client.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.client.database.SqlArrays;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;

/** Finds own statements about subjects that are not settled yet. Only those on their way are looked through. */
final class OpenTable {
    private static final String OPEN = "select o.statement_id, o.subject, o.id from outbox_place p"
            + " join outbox o on o.id = p.outbox_id where p.audience = ? and p.state = 'W' and o.subject = any(?)"
            + " union all select o.statement_id, o.subject, o.id from outbox_place p"
            + " join outbox o on o.id = p.outbox_id where p.audience = ? and p.state = 'H' and o.subject = any(?)"
            + " union all select o.statement_id, o.subject, o.id from dispatch_batch b"
            + " join outbox_place p on p.batch_id = b.id join outbox o on o.id = p.outbox_id"
            + " where b.audience = ? and b.state in ('P', 'C') and o.subject = any(?) and b.last_sequence > coalesce("
            + "(select sequence from stream_state where author = ? and audience = b.audience), 0) order by 3";

    private OpenTable() {}

    /** Of each statement its subject, in the order in which they were accepted. */
    static Map<StatementId, String> ids(
            Connection connection, MemberId self, MemberId audience, Collection<String> subjects) throws SQLException {
        Map<StatementId, String> ids = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            for (int i = 1; i <= 5; i += 2) {
                select.setString(i, audience.value());
                select.setArray(i + 1, SqlArrays.texts(connection, subjects));
            }
            select.setString(7, self.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.put(SqlArrays.id(row.getBytes(1)), row.getString(2));
                }
            }
        }
        return ids;
    }
}
