/** Tests of the fold of a pair's two streams. */
@NullMarked
package org.entente.model.fold;

import org.jspecify.annotations.NullMarked;
