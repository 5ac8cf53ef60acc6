package org.entente.client.outbox;

/**
 * An accepted request and how far it has come.
 *
 * @param receipt names it
 * @param progress how far
 */
public record OutboxStatus(Receipt receipt, Progress progress) {}
