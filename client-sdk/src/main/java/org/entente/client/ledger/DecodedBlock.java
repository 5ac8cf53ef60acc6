package org.entente.client.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one block holds for one member.
 *
 * @param number its number
 * @param previousHash hash of the header before; must not be changed
 * @param dataHash hash of its transactions; must not be changed
 * @param headerHash hash by which the next block refers to it; must not be changed
 * @param latest the latest timestamp of its transactions
 * @param publicWrites in order
 * @param privateWrites to streams of this member, in order
 * @param incidents what is odd
 */
public record DecodedBlock(
        long number,
        byte[] previousHash,
        byte[] dataHash,
        byte[] headerHash,
        Optional<Instant> latest,
        List<PublicWrite> publicWrites,
        List<PrivateWrite> privateWrites,
        List<Incident> incidents) {
    /** Keeps unmodifiable copies of the lists. */
    public DecodedBlock {
        publicWrites = List.copyOf(publicWrites);
        privateWrites = List.copyOf(privateWrites);
        incidents = List.copyOf(incidents);
    }
}
