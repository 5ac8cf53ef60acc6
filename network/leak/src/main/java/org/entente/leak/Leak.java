package org.entente.leak;

/**
 * A private value where it must not be.
 *
 * @param place what was searched
 * @param value the private value
 * @param spelling how it stands there
 * @param offset at which byte
 */
public record Leak(String place, String value, Spelling spelling, int offset) {}
