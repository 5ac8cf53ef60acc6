package org.entente.client.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StreamHead;

/**
 * A stream as its dispatcher sees it in one moment.
 *
 * @param head where it ends, own batches that are not folded yet included
 * @param waiting what waits, in order
 * @param states folded states of the subjects that the waiting speak of
 * @param unfolded own statements about the same subjects that stand on the ledger but are not folded yet, in order
 * @param said contents by id of those waiting whose id stands on the ledger already
 * @param heldSubjects subjects of statements that are held up
 * @param caughtUp whether the end of the ledger was ever reached
 */
record StreamView(
        StreamHead head,
        List<WaitingRow> waiting,
        Map<String, byte[]> states,
        List<StatementDraft> unfolded,
        Map<StatementId, Digest> said,
        Set<String> heldSubjects,
        boolean caughtUp) {}
