/** Files that survive a sudden stop: an append-only checksummed log and a folder lock. */
@NullMarked
package org.entente.embedded.store;

import org.jspecify.annotations.NullMarked;
