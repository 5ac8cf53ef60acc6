package org.entente.launcher.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.consortium.MemberDatabase;

/** Looks into a member's database past all of its code. */
final class MemberTables {
    private final MemberDatabase database;

    MemberTables(MemberDatabase database) {
        this.database = database;
    }

    /** Every accepted request: its key and statement id. */
    List<String> outbox() {
        return rows("select request_key || ' ' || encode(statement_id, 'hex') from outbox order by 1");
    }

    /** Every statement that the member's own fold counts: author, sequence, id, position, standing. */
    List<String> statements() {
        return rows("select concat_ws(' ', author, audience, sequence, encode(statement_id, 'hex'), block, tx_index,"
                + " batch_index, standing) from statement order by author, audience, sequence");
    }

    /** Streams whose numbers are not exactly 1 to n. */
    List<String> holes() {
        return rows("select concat_ws(' ', author, audience, count(*), min(sequence), max(sequence)) from statement"
                + " group by author, audience having min(sequence) <> 1 or max(sequence) <> count(*)");
    }

    /** Ids that stand more than once. */
    List<String> doubled() {
        return rows("select encode(statement_id, 'hex') from statement group by 1 having count(*) > 1");
    }

    /** What must be empty where everybody is honest and everything has arrived. */
    List<String> oddities() {
        return rows("select 'quarantined ' || evidence_id from quarantine"
                + " union all select 'missing ' || evidence_id from missing"
                + " union all select 'unresolved batch ' || id from dispatch_batch where state = 'P'"
                // an envelope may reach the ledger twice, or lose a race; then it is in a block, marked invalid
                + " union all select code || ' ' || detail from incident where code <> 'LEDGER_TRANSACTION_INVALID'");
    }

    /** Quarantined values and incidents with their codes. */
    List<String> shown() {
        return rows("select 'Q ' || convert_from(q.findings, 'UTF8') from quarantine q"
                + " union all select 'I ' || code from incident");
    }

    private List<String> rows(String query) {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
