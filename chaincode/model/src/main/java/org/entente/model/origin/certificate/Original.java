package org.entente.model.origin.certificate;

import java.time.LocalDate;

/**
 * A certificate on which a back-to-back certificate rests.
 *
 * @param referenceNo its number
 * @param date its issue
 * @param country its issuer's country
 * @param item which of its items, from 1
 * @param quantity how much of that item
 * @param unit unit of the quantity
 */
public record Original(
        ReferenceNumber referenceNo, LocalDate date, CountryCode country, int item, Quantity quantity, UnitCode unit) {}
