/** Who takes part in the network: member administrations, their keys and what they can read. */
@NullMarked
package org.entente.model.member;

import org.jspecify.annotations.NullMarked;
