/** What partners publish: their status lists, kept at hand for when they are down, and what their links lead to. */
@NullMarked
package org.entente.api.partner;

import org.jspecify.annotations.NullMarked;
