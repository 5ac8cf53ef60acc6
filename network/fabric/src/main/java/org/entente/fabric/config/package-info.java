/** The files that Fabric's own programs read. */
@NullMarked
package org.entente.fabric.config;

import org.jspecify.annotations.NullMarked;
