package org.entente.client.follow;

import org.entente.client.ledger.PrivateWrite;

/**
 * A private write on its way into the evidence.
 *
 * @param evidenceId its id there; ids grow in ledger order
 * @param write the write
 * @param offClock whether its timestamp lies too far from the live follower's clock (architecture rule 7)
 */
record StoredWrite(long evidenceId, PrivateWrite write, boolean offClock) {}
