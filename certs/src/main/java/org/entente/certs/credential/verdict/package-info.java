/** What a check of a credential can say, on what that rests, and by which codes. */
@NullMarked
package org.entente.certs.credential.verdict;

import org.jspecify.annotations.NullMarked;
