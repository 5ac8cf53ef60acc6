/** Shows what calls to others' addresses refuse, on servers of this machine. */
@NullMarked
package org.entente.api.outbound;

import org.jspecify.annotations.NullMarked;
