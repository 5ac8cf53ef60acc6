/** The unmodified Fabric client, as the suite uses it: with deadlines, and with every message on record. */
@NullMarked
package org.entente.conformance.client;

import org.jspecify.annotations.NullMarked;
