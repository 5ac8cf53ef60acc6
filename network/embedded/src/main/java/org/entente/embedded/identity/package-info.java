/** Who signed: member service providers, serialized identities, and the nodes' own signing identities. */
@NullMarked
package org.entente.embedded.identity;

import org.jspecify.annotations.NullMarked;
