/** Tests of positions and digests. */
@NullMarked
package org.entente.model.ledger;

import org.jspecify.annotations.NullMarked;
