/** What the ways of securing a credential have in common: claims, a signature, and who is said to have made it. */
@NullMarked
package org.entente.certs.credential.proof;

import org.jspecify.annotations.NullMarked;
