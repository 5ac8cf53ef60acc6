/** Tests of the value types and the JSON form of certificates. */
@NullMarked
package org.entente.model.origin.certificate;

import org.jspecify.annotations.NullMarked;
