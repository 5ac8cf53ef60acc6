/** A certificate of origin as data: header, items, the value types that carry their rules, and the JSON form. */
@NullMarked
package org.entente.model.origin.certificate;

import org.jspecify.annotations.NullMarked;
