/** One pipeline from bytes to valid, invalid because, or could not check because. */
@NullMarked
package org.entente.certs.credential.verify;

import org.jspecify.annotations.NullMarked;
