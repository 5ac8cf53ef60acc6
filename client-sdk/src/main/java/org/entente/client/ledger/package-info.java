/**
 * The member's own Fabric peer: endorse, submit, ask for the outcome, read blocks. Nothing here knows what a statement
 * means.
 */
@NullMarked
package org.entente.client.ledger;

import org.jspecify.annotations.NullMarked;
