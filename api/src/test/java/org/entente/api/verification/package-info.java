/** Checks at moments and loads that nobody can wait for. */
@NullMarked
package org.entente.api.verification;

import org.jspecify.annotations.NullMarked;
