/** Bitstring Status Lists (W3C Recommendation, May 2025): one bit a certificate says whether it is revoked or suspended. */
@NullMarked
package org.entente.certs.credential.status;

import org.jspecify.annotations.NullMarked;
