/** A member's private bytes on disk: its private-data log, its transient store, and what it still misses. */
@NullMarked
package org.entente.embedded.privacy;

import org.jspecify.annotations.NullMarked;
