/** Keys and certificates of a member and its nodes. */
@NullMarked
package org.entente.fabric.material;

import org.jspecify.annotations.NullMarked;
