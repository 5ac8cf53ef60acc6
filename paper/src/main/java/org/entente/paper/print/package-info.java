/** Certificates of origin as PDF/A-3 for people, printers and archives, with the credential inside for machines. */
@NullMarked
package org.entente.paper.print;

import org.jspecify.annotations.NullMarked;
