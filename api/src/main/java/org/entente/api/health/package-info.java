/** Whether an instance lives, is ready, and reaches the ledger, for whatever starts, stops and watches instances. */
@NullMarked
package org.entente.api.health;

import org.jspecify.annotations.NullMarked;
