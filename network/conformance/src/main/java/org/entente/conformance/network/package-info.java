/** The network that the suite asks: where its peers listen, who asks, and how to take a peer away. */
@NullMarked
package org.entente.conformance.network;

import org.jspecify.annotations.NullMarked;
