/** The one way in which this service calls addresses that others named: none inside its own network, none for long. */
@NullMarked
package org.entente.api.outbound;

import org.jspecify.annotations.NullMarked;
