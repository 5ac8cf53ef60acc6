/** Breaks the rules on purpose: a module that a lower one uses. */
@NullMarked
package org.entente.launcher.architecture.broken.contract;

import org.jspecify.annotations.NullMarked;
