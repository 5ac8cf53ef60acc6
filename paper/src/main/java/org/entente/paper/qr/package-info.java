/** QR codes as pictures: written for paper and screen, and read from photographs of both. */
@NullMarked
package org.entente.paper.qr;

import org.jspecify.annotations.NullMarked;
