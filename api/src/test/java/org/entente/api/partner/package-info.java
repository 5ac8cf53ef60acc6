/** The parts of partners' lists that no request reaches alone. */
@NullMarked
package org.entente.api.partner;

import org.jspecify.annotations.NullMarked;
