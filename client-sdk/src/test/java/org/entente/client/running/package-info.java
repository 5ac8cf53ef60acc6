/** Tests of threads that go on for ever. */
@NullMarked
package org.entente.client.running;

import org.jspecify.annotations.NullMarked;
