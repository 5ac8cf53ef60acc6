package org.entente.client.follow;

import java.util.List;
import org.entente.client.ledger.DecodedBlock;

/**
 * A block, decoded and read.
 *
 * @param block the block
 * @param writes its private writes with what they say
 * @param live whether the ledger stood at its end shortly before, so that the local clock says when the block was made
 */
record FedBlock(DecodedBlock block, List<ParsedWrite> writes, boolean live) {}
