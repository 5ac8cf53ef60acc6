/** Sends a running instance what nobody expects, and compares every answer with the API's description. */
@NullMarked
package org.entente.api.fuzz;

import org.jspecify.annotations.NullMarked;
