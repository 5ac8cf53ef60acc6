/** What went wrong, in words and in the reader's language, with the same codes as for programs. */
@NullMarked
package org.entente.api.page.problem;

import org.jspecify.annotations.NullMarked;
