/** The SDK of one member: a node that says statements, follows the ledger and answers what stands. */
@NullMarked
package org.entente.client;

import org.jspecify.annotations.NullMarked;
