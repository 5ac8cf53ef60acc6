/** {@code ./entente bench}: what this machine does with the ledger, measured beside the limits of the same machine. */
@NullMarked
package org.entente.launcher.bench;

import org.jspecify.annotations.NullMarked;
