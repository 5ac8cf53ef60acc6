package org.entente.model.origin.certificate;

import java.time.LocalDate;

/**
 * An invoice for an item.
 *
 * @param number at most 70 characters
 * @param date its date
 */
public record Invoice(String number, LocalDate date) {}
