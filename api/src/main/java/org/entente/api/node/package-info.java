/** The member's node on the ledger inside this process, on the same database and in the same transactions. */
@NullMarked
package org.entente.api.node;

import org.jspecify.annotations.NullMarked;
