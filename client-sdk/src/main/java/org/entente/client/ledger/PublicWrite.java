package org.entente.client.ledger;

import org.entente.model.ledger.Position;

/**
 * One public value that a VALID transaction of Entente's chaincode wrote.
 *
 * @param at block and transaction
 * @param ordinal which write of the transaction it is, from 0
 * @param transactionId the Fabric transaction id
 * @param creatorMsp MSP id of the identity that signed the transaction
 * @param key the key
 * @param value the bytes; must not be changed
 */
public record PublicWrite(
        Position at, int ordinal, String transactionId, String creatorMsp, String key, byte[] value) {}
