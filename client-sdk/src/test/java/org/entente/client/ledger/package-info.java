/** Blocks and what is in them, well-formed and not. */
@NullMarked
package org.entente.client.ledger;

import org.jspecify.annotations.NullMarked;
