/** What anybody may fetch without an account: the DID document, contexts, status lists, whom this member trusts. */
@NullMarked
package org.entente.api.publication;

import org.jspecify.annotations.NullMarked;
