/** A network as containers: what runs them is described here, and what they read is written by the same classes as for processes. */
@NullMarked
package org.entente.fabric.container;

import org.jspecify.annotations.NullMarked;
