/**
 * From the outbox to the ledger: one dispatcher a stream, one batch in flight, nothing lost and nothing doubled
 * whatever dies when (architecture rule 3).
 */
@NullMarked
package org.entente.client.dispatch;

import org.jspecify.annotations.NullMarked;
