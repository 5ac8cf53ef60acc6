/** {@code ./entente bench api}: what an administration's API answers a second beside an endpoint that does nothing. */
@NullMarked
package org.entente.launcher.bench.service;

import org.jspecify.annotations.NullMarked;
