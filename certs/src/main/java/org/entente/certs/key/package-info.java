/** Signing keys of an administration (in a PKCS#12 file or behind an HSM) and the verification of ECDSA P-256 signatures. */
@NullMarked
package org.entente.certs.key;

import org.jspecify.annotations.NullMarked;
