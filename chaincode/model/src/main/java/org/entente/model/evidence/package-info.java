/** The evidence file: what was said, with everything that proves to a stranger who said it, and in what order. */
@NullMarked
package org.entente.model.evidence;

import org.jspecify.annotations.NullMarked;
