/** Whom the ledger lets issue what, as of a position. */
@NullMarked
package org.entente.certs.credential.trust;

import org.jspecify.annotations.NullMarked;
