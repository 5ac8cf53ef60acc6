/** A real Fabric network on this machine, from Fabric's own programs on the PATH. */
@NullMarked
package org.entente.launcher.network;

import org.jspecify.annotations.NullMarked;
