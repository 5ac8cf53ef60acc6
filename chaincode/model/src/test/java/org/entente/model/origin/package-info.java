/** Tests of certificates: what stands, what is overtaken, what is refused, in every order. */
@NullMarked
package org.entente.model.origin;

import org.jspecify.annotations.NullMarked;
