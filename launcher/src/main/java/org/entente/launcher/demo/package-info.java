/** {@code entente demo}: tells the way of one certificate of origin, every value read back from the nodes. */
@NullMarked
package org.entente.launcher.demo;

import org.jspecify.annotations.NullMarked;
