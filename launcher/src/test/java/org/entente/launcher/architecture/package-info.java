/** The structure as tests: which module and package may know which, and what every source file owes its reader. */
@NullMarked
package org.entente.launcher.architecture;

import org.jspecify.annotations.NullMarked;
