/**
 * Certificates of origin between two administrations: what each may state, and the fold of both sides' statements into one
 * certificate's status and per-item balance.
 */
@NullMarked
package org.entente.model.origin;

import org.jspecify.annotations.NullMarked;
