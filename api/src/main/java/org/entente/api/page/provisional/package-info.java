/** Provisional decisions as officers take, watch and close them in a browser. */
@NullMarked
package org.entente.api.page.provisional;

import org.jspecify.annotations.NullMarked;
