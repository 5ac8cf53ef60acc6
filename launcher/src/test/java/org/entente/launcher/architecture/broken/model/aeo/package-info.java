/** Breaks the rules on purpose: a feature that imports another. */
@NullMarked
package org.entente.launcher.architecture.broken.model.aeo;

import org.jspecify.annotations.NullMarked;
