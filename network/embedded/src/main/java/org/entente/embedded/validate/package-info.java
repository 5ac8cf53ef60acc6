/** What a peer checks before a transaction may change the state. */
@NullMarked
package org.entente.embedded.validate;

import org.jspecify.annotations.NullMarked;
