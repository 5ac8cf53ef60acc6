package org.entente.client.ledger;

/**
 * A transaction that the own peer endorsed and this node signed: persisted before it is submitted, so that after any
 * failure the very same one is submitted again.
 *
 * @param transactionId the Fabric transaction id, 64 hexadecimal digits
 * @param bytes a serialised {@code gateway.PreparedTransaction}; must not be changed
 */
public record PreparedEnvelope(String transactionId, byte[] bytes) {}
