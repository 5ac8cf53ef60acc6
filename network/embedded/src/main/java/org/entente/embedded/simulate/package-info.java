/** One execution against the committed state, with a peer's rules on what may be read and written. */
@NullMarked
package org.entente.embedded.simulate;

import org.jspecify.annotations.NullMarked;
