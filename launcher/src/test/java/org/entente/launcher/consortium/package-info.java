/** A whole consortium on one machine: restarts, processes, what each member can read. */
@NullMarked
package org.entente.launcher.consortium;

import org.jspecify.annotations.NullMarked;
