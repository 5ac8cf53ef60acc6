/** Lists in pages: an opaque cursor, a limit, and a Link to the next page (RFC 8288). */
@NullMarked
package org.entente.api.paging;

import org.jspecify.annotations.NullMarked;
