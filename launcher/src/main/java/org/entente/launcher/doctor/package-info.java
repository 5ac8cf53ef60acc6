/** Checks whether this machine can build and run Entente, and says how to mend what it cannot. */
@NullMarked
package org.entente.launcher.doctor;

import org.jspecify.annotations.NullMarked;
