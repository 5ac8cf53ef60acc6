/** Tests of statements, batches and proofs. */
@NullMarked
package org.entente.model.statement;

import org.jspecify.annotations.NullMarked;
