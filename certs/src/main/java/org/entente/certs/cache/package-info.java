/** A cache that cannot grow without bound, whatever strangers send. */
@NullMarked
package org.entente.certs.cache;

import org.jspecify.annotations.NullMarked;
