/** Read-write sets: what one execution read and wrote, public, hashed and private. */
@NullMarked
package org.entente.embedded.rwset;

import org.jspecify.annotations.NullMarked;
