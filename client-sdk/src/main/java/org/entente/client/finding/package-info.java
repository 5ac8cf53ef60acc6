/**
 * Findings as they are stored and shown.
 */
@NullMarked
package org.entente.client.finding;

import org.jspecify.annotations.NullMarked;
