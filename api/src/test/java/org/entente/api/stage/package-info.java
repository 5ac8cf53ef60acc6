/** Network, databases, instances and accounts for the tests. */
@NullMarked
package org.entente.api.stage;

import org.jspecify.annotations.NullMarked;
