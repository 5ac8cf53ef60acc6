/** Looks for private values where they must not be, in every spelling that a leak could have. */
@NullMarked
package org.entente.leak;

import org.jspecify.annotations.NullMarked;
