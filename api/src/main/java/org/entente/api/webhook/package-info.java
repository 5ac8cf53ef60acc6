/** Tells other systems of events: Standard Webhooks 1.0 with Ed25519, so that receivers hold no secret. */
@NullMarked
package org.entente.api.webhook;

import org.jspecify.annotations.NullMarked;
