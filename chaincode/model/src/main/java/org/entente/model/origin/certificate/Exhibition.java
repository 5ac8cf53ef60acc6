package org.entente.model.origin.certificate;

/**
 * An exhibition from which goods are sold.
 *
 * @param name at most 200 characters
 * @param address at most 400 characters
 */
public record Exhibition(String name, String address) {}
