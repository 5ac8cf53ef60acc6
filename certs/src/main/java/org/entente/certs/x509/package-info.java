/** Reading and writing X.509 certificates, and what Entente says with them: node role, validity. */
@NullMarked
package org.entente.certs.x509;

import org.jspecify.annotations.NullMarked;
