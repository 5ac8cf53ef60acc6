/** Tests of did. */
@NullMarked
package org.entente.certs.credential.did;

import org.jspecify.annotations.NullMarked;
