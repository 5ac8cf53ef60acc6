/** The chain of blocks: durable, indexed, and watched by those who wait for it. */
@NullMarked
package org.entente.embedded.ledger;

import org.jspecify.annotations.NullMarked;
