/** The commands of a real network, as far as they go without Fabric's programs. */
@NullMarked
package org.entente.launcher.network;

import org.jspecify.annotations.NullMarked;
