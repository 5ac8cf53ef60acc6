/** Hashes as Fabric takes them. */
@NullMarked
package org.entente.embedded.crypto;

import org.jspecify.annotations.NullMarked;
