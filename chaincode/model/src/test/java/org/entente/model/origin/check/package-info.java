/** Tests of the rules of a certificate, a case on each side of every edge. */
@NullMarked
package org.entente.model.origin.check;

import org.jspecify.annotations.NullMarked;
