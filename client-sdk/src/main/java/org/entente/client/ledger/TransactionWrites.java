package org.entente.client.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one transaction holds for one member.
 *
 * @param timestamp the transaction's, if it could be read
 * @param publicWrites in order
 * @param privateWrites in order
 * @param incidents what is odd
 */
record TransactionWrites(
        Optional<Instant> timestamp,
        List<PublicWrite> publicWrites,
        List<PrivateWrite> privateWrites,
        List<Incident> incidents) {}
