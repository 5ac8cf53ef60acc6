/**
 * Statements and streams: what an administration says, in bytes that any language can check. Envelope, batch, Merkle
 * proofs, and the checks that a reader makes before it believes anything (architecture rules 3 to 6).
 */
@NullMarked
package org.entente.model.statement;

import org.jspecify.annotations.NullMarked;
