/** One ordering thread that cuts blocks; it makes no claim of consensus. */
@NullMarked
package org.entente.embedded.order;

import org.jspecify.annotations.NullMarked;
