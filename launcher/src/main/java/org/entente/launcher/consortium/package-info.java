/** Starts a whole network with its members on this machine: for the demo, the benchmarks and the fault tests. */
@NullMarked
package org.entente.launcher.consortium;

import org.jspecify.annotations.NullMarked;
