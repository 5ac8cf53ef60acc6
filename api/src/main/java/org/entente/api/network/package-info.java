/** The network as this member sees it: members, streams, what is missing, quarantined or odd. */
@NullMarked
package org.entente.api.network;

import org.jspecify.annotations.NullMarked;
