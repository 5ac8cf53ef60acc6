/** The pages, as a browser sees them. */
@NullMarked
package org.entente.api.page;

import org.jspecify.annotations.NullMarked;
