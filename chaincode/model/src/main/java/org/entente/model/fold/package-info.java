/**
 * From statements to state: the one pure function that every side runs over both streams of a pair in ledger order, so
 * that both sides see the same balance, status and journey (architecture rules 5, 6, 10, 11).
 */
@NullMarked
package org.entente.model.fold;

import org.jspecify.annotations.NullMarked;
