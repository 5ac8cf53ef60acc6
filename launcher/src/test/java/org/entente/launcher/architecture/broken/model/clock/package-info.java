/** Breaks the rules on purpose: a rule that reads the machine it runs on. */
@NullMarked
package org.entente.launcher.architecture.broken.model.clock;

import org.jspecify.annotations.NullMarked;
