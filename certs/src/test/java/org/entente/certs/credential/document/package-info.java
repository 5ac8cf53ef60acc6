/** Tests of document. */
@NullMarked
package org.entente.certs.credential.document;

import org.jspecify.annotations.NullMarked;
