/** Block and event streams over gRPC, paced by the reader. */
@NullMarked
package org.entente.embedded.deliver;

import org.jspecify.annotations.NullMarked;
