/** Tests of trust. */
@NullMarked
package org.entente.certs.credential.trust;

import org.jspecify.annotations.NullMarked;
