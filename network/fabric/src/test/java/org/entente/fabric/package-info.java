/** Tests of what is made from a members file. */
@NullMarked
package org.entente.fabric;

import org.jspecify.annotations.NullMarked;
