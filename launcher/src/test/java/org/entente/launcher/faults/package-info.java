/** Real processes killed from outside, connections cut and a hostile member: what was acknowledged must survive them all. */
@NullMarked
package org.entente.launcher.faults;

import org.jspecify.annotations.NullMarked;
