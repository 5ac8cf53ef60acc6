/**
 * Threads that go on for ever: wait, be woken, fail, wait a little longer, try again.
 */
@NullMarked
package org.entente.client.running;

import org.jspecify.annotations.NullMarked;
