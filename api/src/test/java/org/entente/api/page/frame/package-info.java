/** Words and languages of the pages. */
@NullMarked
package org.entente.api.page.frame;

import org.jspecify.annotations.NullMarked;
