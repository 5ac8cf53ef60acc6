package org.entente.api.account;

import java.util.UUID;

/**
 * An organisation with accounts: a trader, a broker, or the administration itself.
 *
 * @param id names it
 * @param name for people
 */
public record Organisation(UUID id, String name) {}
