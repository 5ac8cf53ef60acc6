package org.entente.client.ledger;

/**
 * Where on the Fabric network Entente lives.
 *
 * @param channel the channel's name
 * @param chaincode the chaincode's name on it
 */
public record ChannelNames(String channel, String chaincode) {}
