/** Other people's software (the JDK's TLS, openssl) reads what this module writes. */
@NullMarked
package org.entente.certs.interop;

import org.jspecify.annotations.NullMarked;
