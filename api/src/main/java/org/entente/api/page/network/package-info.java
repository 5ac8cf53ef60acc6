/** The administrator's view of the network. */
@NullMarked
package org.entente.api.page.network;

import org.jspecify.annotations.NullMarked;
