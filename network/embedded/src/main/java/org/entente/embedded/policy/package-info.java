/** Signature policies: how many of whom must have signed. */
@NullMarked
package org.entente.embedded.policy;

import org.jspecify.annotations.NullMarked;
