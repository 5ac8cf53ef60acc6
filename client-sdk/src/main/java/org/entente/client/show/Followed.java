package org.entente.client.show;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the ledger was followed: nothing is known of what stands at or after {@code nextBlock}.
 *
 * @param nextBlock the first block not yet taken in
 * @param receivedAt when the block before it was taken in, by the member's own clock; empty before the first
 */
public record Followed(long nextBlock, Optional<Instant> receivedAt) {}
