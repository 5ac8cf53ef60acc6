/**
 * What the member wants to say: accepted once and for all under the client's own key, then shown on its way until it
 * is final (architecture rules 3, 6 and 11).
 */
@NullMarked
package org.entente.client.outbox;

import org.jspecify.annotations.NullMarked;
