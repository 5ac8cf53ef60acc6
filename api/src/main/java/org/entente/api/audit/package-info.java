/** Who looked and who decided: a table that only grows. */
@NullMarked
package org.entente.api.audit;

import org.jspecify.annotations.NullMarked;
