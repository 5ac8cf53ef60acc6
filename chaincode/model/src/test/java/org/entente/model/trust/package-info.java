/** Trust files. */
@NullMarked
package org.entente.model.trust;

import org.jspecify.annotations.NullMarked;
