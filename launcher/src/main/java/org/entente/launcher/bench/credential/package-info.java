/** {@code ./entente bench credential}: what issuing and checking a credential costs beside the bare signature. */
@NullMarked
package org.entente.launcher.bench.credential;

import org.jspecify.annotations.NullMarked;
