/** A contract that does on demand what a peer must judge, and the client that asks for it. */
@NullMarked
package org.entente.embedded.probe;

import org.jspecify.annotations.NullMarked;
