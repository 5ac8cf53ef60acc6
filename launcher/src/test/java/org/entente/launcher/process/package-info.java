/** Processes that are ended in every way. */
@NullMarked
package org.entente.launcher.process;

import org.jspecify.annotations.NullMarked;
