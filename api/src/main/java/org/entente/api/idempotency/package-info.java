/** Writes happen once however often they are sent: key, answer and effect are stored in one transaction. */
@NullMarked
package org.entente.api.idempotency;

import org.jspecify.annotations.NullMarked;
