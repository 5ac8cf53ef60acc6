/** Tests of the embedded network through the unmodified gateway client. */
@NullMarked
package org.entente.embedded;

import org.jspecify.annotations.NullMarked;
