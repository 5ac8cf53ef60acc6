/** Credentials as vc+jwt (W3C VC-JOSE-COSE 1.0, section 3.1.1). */
@NullMarked
package org.entente.certs.credential.jose;

import org.jspecify.annotations.NullMarked;
