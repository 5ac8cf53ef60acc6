/**
 * What a court is shown: a statement with everything that proves who said it and where it stands.
 */
@NullMarked
package org.entente.client.evidence;

import org.jspecify.annotations.NullMarked;
