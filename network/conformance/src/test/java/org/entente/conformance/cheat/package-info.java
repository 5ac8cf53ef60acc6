/** A member that cheats: what it tries, what refuses it, and what shows it to the others; on every network. */
@NullMarked
package org.entente.conformance.cheat;

import org.jspecify.annotations.NullMarked;
