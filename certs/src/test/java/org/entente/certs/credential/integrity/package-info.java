/** Tests of integrity. */
@NullMarked
package org.entente.certs.credential.integrity;

import org.jspecify.annotations.NullMarked;
