package org.entente.embedded.privacy;

/**
 * Where a private write stands.
 *
 * @param block the block
 * @param transaction the transaction's position in it
 * @param collection the collection
 */
public record PrivateWriteRef(long block, long transaction, String collection) {}
