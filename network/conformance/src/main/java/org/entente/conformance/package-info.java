/** What every network that carries Entente must do, real or embedded, asked through the unmodified Fabric client. */
@NullMarked
package org.entente.conformance;

import org.jspecify.annotations.NullMarked;
