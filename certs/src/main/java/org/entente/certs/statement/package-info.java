/** Puts the keys of this module behind the interfaces with which statements are signed and checked. */
@NullMarked
package org.entente.certs.statement;

import org.jspecify.annotations.NullMarked;
