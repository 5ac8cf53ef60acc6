/** Decentralised identifiers without any network: did:web documents to serve, did:key, multibase keys. */
@NullMarked
package org.entente.certs.credential.did;

import org.jspecify.annotations.NullMarked;
