/** A whole permissioned network in one process: what a caller starts, reaches and stops. */
@NullMarked
package org.entente.embedded;

import org.jspecify.annotations.NullMarked;
