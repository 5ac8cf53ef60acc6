/** Certificates that partners issued to this member: looked at, acknowledged, used item by item. */
@NullMarked
package org.entente.api.inbox;

import org.jspecify.annotations.NullMarked;
