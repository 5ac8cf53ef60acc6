/** Reads request bodies strictly: what two readers could understand in two ways is refused, with every finding and its place. */
@NullMarked
package org.entente.api.body;

import org.jspecify.annotations.NullMarked;
