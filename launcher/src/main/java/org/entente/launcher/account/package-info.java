/** {@code ./entente password-hash}: what stands in an accounts file in place of a password. */
@NullMarked
package org.entente.launcher.account;

import org.jspecify.annotations.NullMarked;
