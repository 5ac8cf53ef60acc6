/** Whether an instance lives and is ready, for whatever starts and stops instances. */
@NullMarked
package org.entente.api.health;

import org.jspecify.annotations.NullMarked;
