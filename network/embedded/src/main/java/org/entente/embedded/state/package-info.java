/** The world state: the latest public values, private hashes, and each member's private values, with versions. */
@NullMarked
package org.entente.embedded.state;

import org.jspecify.annotations.NullMarked;
