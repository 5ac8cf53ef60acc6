/** Who is calling: sessions of people, tokens of machines, and a door that is shut unless a handler says for whom it is open. */
@NullMarked
package org.entente.api.security;

import org.jspecify.annotations.NullMarked;
