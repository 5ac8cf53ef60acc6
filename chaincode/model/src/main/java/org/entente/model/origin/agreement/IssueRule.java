package org.entente.model.origin.agreement;

/**
 * When a certificate may be issued, counted from departure.
 *
 * @param graceDays days after departure on which it is not yet retroactive
 * @param limitMonths calendar months after departure within which it must be issued
 */
public record IssueRule(int graceDays, int limitMonths) {}
