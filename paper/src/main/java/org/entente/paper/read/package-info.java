/** What an uploaded PDF holds of a certificate: the embedded credential, or else the QR codes on its pages. */
@NullMarked
package org.entente.paper.read;

import org.jspecify.annotations.NullMarked;
