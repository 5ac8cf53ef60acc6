/** The seal: a certificate's facts, signed by its issuer, in a QR code that a phone without any network can check. */
@NullMarked
package org.entente.certs.credential.seal;

import org.jspecify.annotations.NullMarked;
