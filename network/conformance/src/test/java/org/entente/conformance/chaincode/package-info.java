/** A contract that does on request what a peer must answer for: for test networks only. */
@NullMarked
package org.entente.conformance.chaincode;

import org.jspecify.annotations.NullMarked;
