/** {@code entente evidence}: checks, shows, compares and takes apart evidence files, without any network. */
@NullMarked
package org.entente.launcher.evidence;

import org.jspecify.annotations.NullMarked;
