/** The parts of events that no request reaches alone. */
@NullMarked
package org.entente.api.event;

import org.jspecify.annotations.NullMarked;
