/** The embedded network as the suite sees it. */
@NullMarked
package org.entente.conformance.embedded;

import org.jspecify.annotations.NullMarked;
