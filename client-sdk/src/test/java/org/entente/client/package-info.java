/** The SDK, tested through the door that its users use. */
@NullMarked
package org.entente.client;

import org.jspecify.annotations.NullMarked;
