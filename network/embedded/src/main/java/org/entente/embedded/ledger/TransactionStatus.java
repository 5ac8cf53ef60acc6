package org.entente.embedded.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Where a transaction stands and whether it counts.
 *
 * @param block its block
 * @param index its position in it
 * @param code VALID, or why not
 */
public record TransactionStatus(long block, int index, TxValidationCode code) {}
