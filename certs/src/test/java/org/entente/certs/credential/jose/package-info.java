/** Tests of jose. */
@NullMarked
package org.entente.certs.credential.jose;

import org.jspecify.annotations.NullMarked;
