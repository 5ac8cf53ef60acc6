/** Credentials with a Data Integrity proof over canonical JSON (W3C, ecdsa-jcs-2019 and eddsa-jcs-2022). */
@NullMarked
package org.entente.certs.credential.integrity;

import org.jspecify.annotations.NullMarked;
