/** Checks certificates, whoever issued them and in whatever form they arrive, and says what the answer rests on. */
@NullMarked
package org.entente.api.verification;

import org.jspecify.annotations.NullMarked;
