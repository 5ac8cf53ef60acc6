/** The certificate of origin as a W3C Verifiable Credential 2.0: written in one way, read without mercy. */
@NullMarked
package org.entente.certs.credential.document;

import org.jspecify.annotations.NullMarked;
