/** The link in a QR code: any phone opens it, and only who holds the paper can read what it leads to. */
@NullMarked
package org.entente.certs.credential.link;

import org.jspecify.annotations.NullMarked;
