/** Members, keys and statements that the tests speak of. */
@NullMarked
package org.entente.model.sample;

import org.jspecify.annotations.NullMarked;
