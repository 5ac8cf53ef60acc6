/**
 * The public state as this member has seen it: who is admitted, whose keys count, who reads what.
 */
@NullMarked
package org.entente.client.registry;

import org.jspecify.annotations.NullMarked;
