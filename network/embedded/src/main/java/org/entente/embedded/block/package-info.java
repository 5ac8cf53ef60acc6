/** Blocks and transactions in Fabric's encoding: header hashes, metadata, and a parsed view of an envelope. */
@NullMarked
package org.entente.embedded.block;

import org.jspecify.annotations.NullMarked;
