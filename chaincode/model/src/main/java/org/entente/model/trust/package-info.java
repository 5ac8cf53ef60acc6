/** Whom a reader trusts to be who, by which keys, and to say what: one file for evidence and for credentials. */
@NullMarked
package org.entente.model.trust;

import org.jspecify.annotations.NullMarked;
