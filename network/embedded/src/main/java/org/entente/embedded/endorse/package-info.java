/** A peer's endorsement of a proposal and the choice of whose endorsements a transaction needs. */
@NullMarked
package org.entente.embedded.endorse;

import org.jspecify.annotations.NullMarked;
