/** Tests of verify. */
@NullMarked
package org.entente.certs.credential.verify;

import org.jspecify.annotations.NullMarked;
