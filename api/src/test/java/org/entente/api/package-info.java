/** The API as its callers meet it: two members' instances, over real HTTP, on a real ledger and database. */
@NullMarked
package org.entente.api;

import org.jspecify.annotations.NullMarked;
