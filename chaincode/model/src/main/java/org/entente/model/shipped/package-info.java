/** Everything that this release judges by, gathered in one place: each feature adds its rules here. */
@NullMarked
package org.entente.model.shipped;

import org.jspecify.annotations.NullMarked;
