/** An administration's own certification authority: roots, node and client identities, TLS certificates, revocation. */
@NullMarked
package org.entente.certs.agency;

import org.jspecify.annotations.NullMarked;
