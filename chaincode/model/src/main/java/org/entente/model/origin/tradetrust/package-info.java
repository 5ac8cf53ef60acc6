/**
 * Certificates of origin in the form that TradeTrust and OpenAttestation documents use for ChAFTA: read, mapped as far as
 * they go, and everything that did not fit named by its place.
 */
@NullMarked
package org.entente.model.origin.tradetrust;

import org.jspecify.annotations.NullMarked;
