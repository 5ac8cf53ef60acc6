/** What the ledger itself says: where something stands, who wrote it and when, apart from what it means. */
@NullMarked
package org.entente.model.ledger;

import org.jspecify.annotations.NullMarked;
