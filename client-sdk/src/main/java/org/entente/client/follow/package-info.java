/**
 * From blocks to state: evidence first, then the fold, all of a block in one database transaction (architecture rules
 * 4 to 8).
 */
@NullMarked
package org.entente.client.follow;

import org.jspecify.annotations.NullMarked;
