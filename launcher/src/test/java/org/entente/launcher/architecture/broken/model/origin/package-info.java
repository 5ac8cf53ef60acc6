/** Breaks the rules on purpose: a feature in a package cycle, with floating point. */
@NullMarked
package org.entente.launcher.architecture.broken.model.origin;

import org.jspecify.annotations.NullMarked;
