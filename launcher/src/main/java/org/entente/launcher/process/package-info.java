/** Processes that the launcher starts, watches and ends, so that none of them outlives it. */
@NullMarked
package org.entente.launcher.process;

import org.jspecify.annotations.NullMarked;
