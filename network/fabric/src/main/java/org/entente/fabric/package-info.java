/** From one members file to everything that a Fabric network of Entente's members reads at its start. */
@NullMarked
package org.entente.fabric;

import org.jspecify.annotations.NullMarked;
