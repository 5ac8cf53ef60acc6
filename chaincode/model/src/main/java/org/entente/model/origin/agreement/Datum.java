package org.entente.model.origin.agreement;

import org.entente.model.finding.LegalReference;

/**
 * One thing that an agreement's text says.
 *
 * @param value what it says
 * @param law where, and whether somebody here read it
 * @param <T> type of the value
 */
public record Datum<T>(T value, LegalReference law) {}
