/** The rules that a certificate of origin must keep, all checked at once, each with the law that it rests on. */
@NullMarked
package org.entente.model.origin.check;

import org.jspecify.annotations.NullMarked;
