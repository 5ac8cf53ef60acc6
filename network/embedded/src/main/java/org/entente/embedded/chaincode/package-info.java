/** Runs the contract through the shim's own router and answers what it asks of the ledger. */
@NullMarked
package org.entente.embedded.chaincode;

import org.jspecify.annotations.NullMarked;
