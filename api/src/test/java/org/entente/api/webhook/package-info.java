/** The parts of webhooks that no request reaches alone. */
@NullMarked
package org.entente.api.webhook;

import org.jspecify.annotations.NullMarked;
