/** The stage on which the tests play: a real PostgreSQL, a real network in this process, members with real keys. */
@NullMarked
package org.entente.client.stage;

import org.jspecify.annotations.NullMarked;
