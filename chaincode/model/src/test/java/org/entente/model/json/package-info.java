/** Tests of strict reading and canonical writing. */
@NullMarked
package org.entente.model.json;

import org.jspecify.annotations.NullMarked;
