/** What a caller is told when something is refused: problem documents (RFC 9457) with stable codes, and nothing else. */
@NullMarked
package org.entente.api.problem;

import org.jspecify.annotations.NullMarked;
